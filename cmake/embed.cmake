# Puts a file's bytes into a library, so that nothing is read from the source tree at run time.
#
#   vidik_embed(<target> <symbol> <file>)
#
# gives `extern "C" const unsigned char <symbol>[]` and `extern "C" const unsigned char <symbol>_end[]`.
function(vidik_embed target symbol file)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embed_${symbol}.c)
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
"__asm__(\".section .rodata\\n.balign 16\\n.global ${symbol}\\n.hidden ${symbol}\\n${symbol}:\\n.incbin \\\"${file}\\\"\\n\"
        \".global ${symbol}_end\\n.hidden ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");
")
  set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS ${file} COMPILE_OPTIONS "-w")
  target_sources(${target} PRIVATE ${out})
endfunction()
