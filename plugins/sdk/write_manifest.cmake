# Fills in a manifest: cmake -DBINARY=… -DFROM=… -DTO=… -DPLATFORM=… -P write_manifest.cmake
set(VIDIK_PLATFORM ${PLATFORM})
if(BINARY)
  file(SHA256 ${BINARY} VIDIK_BINARY_SHA256)
endif()
configure_file(${FROM} ${TO} @ONLY)
file(TOUCH ${TO})
