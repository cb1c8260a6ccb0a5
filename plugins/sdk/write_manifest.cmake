# Fills in a manifest: cmake -DBINARY=… -DDATA=a;b -DDATA_DIR=… -DFROM=… -DTO=… -DPLATFORM=… -P write_manifest.cmake
set(VIDIK_PLATFORM ${PLATFORM})
if(BINARY)
  file(SHA256 ${BINARY} VIDIK_BINARY_SHA256)
endif()
foreach(file IN LISTS DATA)  # @VIDIK_SHA256_guest.py@, for a command that runs a file
  file(SHA256 ${DATA_DIR}/${file} VIDIK_SHA256_${file})
endforeach()
configure_file(${FROM} ${TO} @ONLY)
file(TOUCH ${TO})
