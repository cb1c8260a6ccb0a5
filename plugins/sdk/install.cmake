# What an outsider needs to build an overlay, laid out in the build folder as it is installed: there it can be used as well.
file(STRINGS include/vidik_plugin.h numbers REGEX "^#define VIDIK_(EPOCH|LEVEL) [0-9]+u$")
string(REGEX REPLACE "[^0-9;]" "" numbers "${numbers}")
list(JOIN numbers . VIDIK_SDK_VERSION)  # the door's own version, not the program's: epoch.level

set(VIDIK_SDK_CMAKE ${CMAKE_INSTALL_DATADIR}/cmake/VidikPlugin)
set(VIDIK_SDK_PC ${CMAKE_INSTALL_DATADIR}/pkgconfig)
file(RELATIVE_PATH VIDIK_PC_TO_PREFIX /prefix/${VIDIK_SDK_PC} /prefix)
string(REGEX REPLACE "/$" "" VIDIK_PC_TO_PREFIX "${VIDIK_PC_TO_PREFIX}")

include(CMakePackageConfigHelpers)
configure_package_config_file(sdk/VidikPluginConfig.cmake.in ${CMAKE_BINARY_DIR}/${VIDIK_SDK_CMAKE}/VidikPluginConfig.cmake
  INSTALL_DESTINATION ${VIDIK_SDK_CMAKE} PATH_VARS CMAKE_INSTALL_INCLUDEDIR CMAKE_INSTALL_BINDIR)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/${VIDIK_SDK_CMAKE}/VidikPluginConfigVersion.cmake
  VERSION ${VIDIK_SDK_VERSION} COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)
foreach(file vidik_add_plugin.cmake write_manifest.cmake one_symbol.map)
  configure_file(sdk/${file} ${CMAKE_BINARY_DIR}/${VIDIK_SDK_CMAKE}/${file} COPYONLY)
endforeach()
configure_file(sdk/vidik-plugin.pc.in ${CMAKE_BINARY_DIR}/${VIDIK_SDK_PC}/vidik-plugin.pc @ONLY)
foreach(file include/vidik_plugin.h sdk/vidik.hpp sdk/vidik_controls.hpp)
  get_filename_component(name ${file} NAME)
  configure_file(${file} ${CMAKE_BINARY_DIR}/${CMAKE_INSTALL_INCLUDEDIR}/${name} COPYONLY)
  install(FILES ${file} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endforeach()
install(DIRECTORY ${CMAKE_BINARY_DIR}/${VIDIK_SDK_CMAKE}/ DESTINATION ${VIDIK_SDK_CMAKE})
install(FILES ${CMAKE_BINARY_DIR}/${VIDIK_SDK_PC}/vidik-plugin.pc DESTINATION ${VIDIK_SDK_PC})
