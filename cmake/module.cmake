# One way to declare a library or a test, so that every one has the same warnings and the same walls.
#
#   vidik_module(<name> SOURCES … HEADERS … NEEDS <module>… LIBS <third-party target>…)
#
# builds the static library vidik_<name> from the current folder. Its headers are included as
# "<name>/file.h", and only of the modules named in NEEDS (and what those need): each module has an
# include root of its own, so an include up the strata does not compile. LIBS are private.

set(VIDIK_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow)
set(VIDIK_CXX_WARNINGS -Wold-style-cast -Wnon-virtual-dtor)

function(vidik_flags target)
  target_compile_options(${target} PRIVATE ${VIDIK_WARNINGS} $<$<COMPILE_LANGUAGE:CXX>:${VIDIK_CXX_WARNINGS}>
    $<$<BOOL:${VIDIK_WERROR}>:-Werror> -ffp-contract=off)
  if(VIDIK_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${VIDIK_SANITIZE} -fno-sanitize-recover=all
      -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${VIDIK_SANITIZE})
  endif()
endfunction()

function(vidik_module name)
  cmake_parse_arguments(M "" "" "SOURCES;HEADERS;NEEDS;LIBS" ${ARGN})
  set(target vidik_${name})
  add_library(${target} STATIC ${M_SOURCES} ${M_HEADERS})
  set(root ${CMAKE_BINARY_DIR}/roots/${name})
  file(MAKE_DIRECTORY ${root})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${name} SYMBOLIC)
  target_include_directories(${target} PUBLIC ${root})
  foreach(need IN LISTS M_NEEDS)
    target_link_libraries(${target} PUBLIC vidik_${need})
  endforeach()
  target_link_libraries(${target} PRIVATE ${M_LIBS})
  vidik_flags(${target})
  # Each header must compile on its own; once is enough, so not again under sanitizers.
  if(VIDIK_TESTS AND M_HEADERS AND NOT VIDIK_SANITIZE)
    set(check ${CMAKE_BINARY_DIR}/header_check/${name})
    set(units)
    foreach(header IN LISTS M_HEADERS)
      string(REPLACE "/" "_" unit ${header})
      file(CONFIGURE OUTPUT ${check}/${unit}.cpp CONTENT "#include \"${name}/${header}\"\n")
      list(APPEND units ${check}/${unit}.cpp)
    endforeach()
    add_library(headers_${name} OBJECT ${units})
    target_link_libraries(headers_${name} PRIVATE ${target} ${M_LIBS})
    vidik_flags(headers_${name})
  endif()
endfunction()

#   vidik_program(<name> SOURCES … NEEDS … LIBS …)
function(vidik_program name)
  cmake_parse_arguments(M "" "" "SOURCES;NEEDS;LIBS" ${ARGN})
  add_executable(${name} ${M_SOURCES})
  foreach(need IN LISTS M_NEEDS)
    target_link_libraries(${name} PRIVATE vidik_${need})
  endforeach()
  target_link_libraries(${name} PRIVATE ${M_LIBS})
  vidik_flags(${name})
endfunction()

#   vidik_test(<name> SOURCES … NEEDS … LIBS … LABEL unit)
# builds test_<name> with GoogleTest's main and registers it as one CTest per test program.
function(vidik_test name)
  cmake_parse_arguments(M "" "LABEL;TIMEOUT" "SOURCES;NEEDS;LIBS" ${ARGN})
  vidik_program(test_${name} SOURCES ${M_SOURCES} NEEDS ${M_NEEDS} LIBS ${M_LIBS} GTest::gtest_main GTest::gmock)
  if(NOT M_LABEL)
    set(M_LABEL unit)
  endif()
  if(NOT M_TIMEOUT)
    set(M_TIMEOUT 120)
  endif()
  add_test(NAME ${M_LABEL}.${name} COMMAND test_${name})
  set_tests_properties(${M_LABEL}.${name} PROPERTIES LABELS ${M_LABEL} TIMEOUT ${M_TIMEOUT})
endfunction()
