# Builds an overlay as a `<name>.vidik` folder: the shared object, its data, and the manifest with the binary's hash.
#
#   vidik_add_plugin(<name> SOURCES … MANIFEST plugin.json.in [DATA file…] [FOLDER dir] [EXCLUDE_FROM_ALL])
#
# The same for the overlays that ship and, after find_package(VidikPlugin), for everybody else's. The folder is made in the
# build folder or in FOLDER. In the manifest @VIDIK_NAME@, @VIDIK_PLATFORM@ and @VIDIK_BINARY_SHA256@ are filled in, and for each
# DATA file @VIDIK_SHA256_<file>@, which an overlay in another language needs for the file that its command runs. Without
# SOURCES it is an overlay without code or with a command. DATA files keep their path. The target is overlay_<name>, its folder is in the target
# property VIDIK_FOLDER; what SOURCES become is the target plugin_<name>, for target_link_libraries and the like.
#
# With enable_testing() and an installed program that knows the commands, CTest gets <name>.check and, when there are
# pictures/*.json beside the CMakeLists.txt, <name>.test (both files of a picture are copied into the folder); the variable VIDIK_PLUGIN_TESTS set to OFF leaves them out.
function(vidik_add_plugin name)
  cmake_parse_arguments(P "EXCLUDE_FROM_ALL" "MANIFEST;FOLDER" "SOURCES;DATA" ${ARGN})
  if(P_UNPARSED_ARGUMENTS OR NOT P_MANIFEST)
    message(FATAL_ERROR "vidik_add_plugin(${name}): wants MANIFEST, and does not know \"${P_UNPARSED_ARGUMENTS}\"")
  endif()
  if(NOT P_FOLDER)
    set(P_FOLDER ${CMAKE_CURRENT_BINARY_DIR})
  endif()
  set(folder ${P_FOLDER}/${name}.vidik)
  set(binary)
  if(P_SOURCES)
    vidik_plugin_binary(${name} ${folder} ${P_SOURCES})
    set(binary $<TARGET_FILE:plugin_${name}>)
  endif()
  set(outputs ${folder}/plugin.json)
  set(data)
  # What `vidik plugin test` compares with.
  file(GLOB pictures RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS
       ${CMAKE_CURRENT_SOURCE_DIR}/pictures/*.json ${CMAKE_CURRENT_SOURCE_DIR}/pictures/*.txt)
  foreach(file IN LISTS P_DATA pictures)
    get_filename_component(dir ${folder}/${file} DIRECTORY)
    file(MAKE_DIRECTORY ${dir})
    add_custom_command(OUTPUT ${folder}/${file}
      COMMAND ${CMAKE_COMMAND} -E copy_if_different ${CMAKE_CURRENT_SOURCE_DIR}/${file} ${folder}/${file}
      DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file} VERBATIM)
    list(APPEND outputs ${folder}/${file})
    list(APPEND data ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  endforeach()
  file(MAKE_DIRECTORY ${folder})
  get_filename_component(manifest ${P_MANIFEST} ABSOLUTE)
  set(write ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/write_manifest.cmake)
  add_custom_command(OUTPUT ${folder}/plugin.json
    COMMAND ${CMAKE_COMMAND} "-DBINARY=${binary}" "-DDATA=${P_DATA}" -DDATA_DIR=${CMAKE_CURRENT_SOURCE_DIR}
            "-DFROM=${manifest}" "-DTO=${folder}/plugin.json" -DPLATFORM=linux-${CMAKE_SYSTEM_PROCESSOR} -DVIDIK_NAME=${name} -P ${write}
    DEPENDS ${manifest} ${write} ${binary} ${data} VERBATIM)
  if(P_EXCLUDE_FROM_ALL)
    add_custom_target(overlay_${name} DEPENDS ${outputs})
  else()
    add_custom_target(overlay_${name} ALL DEPENDS ${outputs})
  endif()
  set_target_properties(overlay_${name} PROPERTIES VIDIK_FOLDER ${folder})
  vidik_plugin_tests(${name} ${folder} "${pictures}")
endfunction()

# The shared object: whatever the project's own settings, it exports one symbol and lies in the folder as <name>.so.
function(vidik_plugin_binary name folder)
  set(symbols ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/one_symbol.map)
  add_library(plugin_${name} MODULE EXCLUDE_FROM_ALL ${ARGN})
  target_link_libraries(plugin_${name} PRIVATE VidikPlugin::header)
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  if("CXX" IN_LIST languages)
    target_compile_features(plugin_${name} PRIVATE cxx_std_20)
  endif()
  if("C" IN_LIST languages)
    target_compile_features(plugin_${name} PRIVATE c_std_11)
  endif()
  set_target_properties(plugin_${name} PROPERTIES
    PREFIX "" OUTPUT_NAME ${name} SUFFIX .so DEBUG_POSTFIX "" LIBRARY_OUTPUT_DIRECTORY $<1:${folder}> NO_SONAME ON
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON LINK_DEPENDS ${symbols})
  # One exported symbol; the library's own templates stay inside too.
  target_link_options(plugin_${name} PRIVATE "-Wl,--version-script=${symbols}")
endfunction()

# Asks the program, once a configuration, which of the two commands it has.
function(vidik_plugin_tests name folder pictures)
  if(NOT VidikPlugin_PROGRAM OR (DEFINED VIDIK_PLUGIN_TESTS AND NOT VIDIK_PLUGIN_TESTS))
    return()
  endif()
  execute_process(COMMAND ${VidikPlugin_PROGRAM} plugin --help OUTPUT_VARIABLE offered ERROR_QUIET)
  set(commands check)
  if(pictures)
    list(APPEND commands test)
  endif()
  foreach(command IN LISTS commands)
    if(offered MATCHES "\n +${command} ")
      add_test(NAME ${name}.${command} COMMAND ${VidikPlugin_PROGRAM} plugin ${command} ${folder})
    endif()
  endforeach()
endfunction()
