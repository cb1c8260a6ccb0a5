# Builds an overlay as a `<name>.vidik` folder: the shared object, its data, and the manifest with the binary's hash.
#
#   vidik_add_plugin(<name> SOURCES … MANIFEST plugin.json.in [DATA file…] [FOLDER dir] [EXCLUDE_FROM_ALL])
#
# In the manifest @VIDIK_NAME@, @VIDIK_PLATFORM@ and @VIDIK_BINARY_SHA256@ are filled in. Without SOURCES it is an overlay without code.
# DATA files keep their path. The target is overlay_<name>; its folder is in the target property VIDIK_FOLDER.
function(vidik_add_plugin name)
  set(VIDIK_SDK_DIR ${CMAKE_CURRENT_FUNCTION_LIST_DIR})
  cmake_parse_arguments(P "EXCLUDE_FROM_ALL" "MANIFEST;FOLDER" "SOURCES;DATA" ${ARGN})
  if(NOT P_FOLDER)
    set(P_FOLDER ${CMAKE_CURRENT_BINARY_DIR})
  endif()
  set(folder ${P_FOLDER}/${name}.vidik)
  set(binary)
  if(P_SOURCES)
    add_library(plugin_${name} MODULE EXCLUDE_FROM_ALL ${P_SOURCES})
    target_include_directories(plugin_${name} PRIVATE ${VIDIK_SDK_DIR}/../include ${VIDIK_SDK_DIR})
    target_compile_features(plugin_${name} PRIVATE cxx_std_20 c_std_11)
    set_target_properties(plugin_${name} PROPERTIES
      PREFIX "" OUTPUT_NAME ${name} SUFFIX .so LIBRARY_OUTPUT_DIRECTORY ${folder} NO_SONAME ON
      C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
      LINK_DEPENDS ${VIDIK_SDK_DIR}/one_symbol.map)
    # One exported symbol; the library's own templates stay inside too.
    target_link_options(plugin_${name} PRIVATE -Wl,--version-script=${VIDIK_SDK_DIR}/one_symbol.map)
    set(binary $<TARGET_FILE:plugin_${name}>)
  endif()
  set(outputs ${folder}/plugin.json)
  foreach(file IN LISTS P_DATA)
    get_filename_component(dir ${folder}/${file} DIRECTORY)
    file(MAKE_DIRECTORY ${dir})
    add_custom_command(OUTPUT ${folder}/${file}
      COMMAND ${CMAKE_COMMAND} -E copy_if_different ${CMAKE_CURRENT_SOURCE_DIR}/${file} ${folder}/${file}
      DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file} VERBATIM)
    list(APPEND outputs ${folder}/${file})
  endforeach()
  file(MAKE_DIRECTORY ${folder})
  get_filename_component(manifest ${P_MANIFEST} ABSOLUTE)
  add_custom_command(OUTPUT ${folder}/plugin.json
    COMMAND ${CMAKE_COMMAND} "-DBINARY=${binary}" "-DFROM=${manifest}" "-DTO=${folder}/plugin.json"
            -DPLATFORM=linux-${CMAKE_SYSTEM_PROCESSOR} -DVIDIK_NAME=${name} -P ${VIDIK_SDK_DIR}/write_manifest.cmake
    DEPENDS ${manifest} ${VIDIK_SDK_DIR}/write_manifest.cmake ${binary} VERBATIM)
  if(P_EXCLUDE_FROM_ALL)
    add_custom_target(overlay_${name} DEPENDS ${outputs})
  else()
    add_custom_target(overlay_${name} ALL DEPENDS ${outputs})
  endif()
  set_target_properties(overlay_${name} PROPERTIES VIDIK_FOLDER ${folder})
endfunction()
