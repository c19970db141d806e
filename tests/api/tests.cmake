# One line a test: aligndesk_test(api folder/tst_name.cpp [libraries or further sources])
aligndesk_test(api types/tst_money.cpp)
aligndesk_test(api codec/tst_samples.cpp codec/samplecalls.cpp)
target_compile_definitions(api_tst_samples PRIVATE SAMPLES="${CMAKE_CURRENT_LIST_DIR}/codec/samples")
