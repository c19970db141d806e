# aligndesk_fuzz(NAME): tests/fuzz/NAME.cpp over the inputs in tests/fuzz/corpus/NAME is the test
# fuzz.NAME; fuzz.sh looks for new inputs with libFuzzer.
function(aligndesk_fuzz name)
  add_executable(fuzz_${name} fuzz/${name}.cpp fuzz/replay.cpp)
  target_link_libraries(fuzz_${name} PRIVATE aligndesk_models)
  add_test(NAME fuzz.${name} COMMAND fuzz_${name} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name})
  set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz TIMEOUT 300)
endfunction()

aligndesk_fuzz(fitting)
