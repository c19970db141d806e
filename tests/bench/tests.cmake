# Speed, as ratios to peers in the same run; no part of the tests. The target `bench` builds and
# runs them: use the release preset.
find_package(X11)
foreach(name IN ITEMS uids uidlists)
  add_executable(bench_${name} EXCLUDE_FROM_ALL bench/${name}.cpp)
  target_link_libraries(bench_${name} PRIVATE aligndesk_models)
endforeach()
target_link_libraries(bench_uids PRIVATE simdjson::simdjson)
foreach(name IN ITEMS surveys label start history fit grid wizard)
  add_executable(bench_${name} EXCLUDE_FROM_ALL bench/${name}.cpp)
  target_link_libraries(bench_${name} PRIVATE aligndesk_test_windows)
endforeach()
target_link_libraries(bench_start PRIVATE X11::X11 X11::Xext)
add_custom_target(bench COMMAND ${CMAKE_CURRENT_LIST_DIR}/bench.sh ${CMAKE_BINARY_DIR}/bin
  DEPENDS bench_uids bench_uidlists bench_surveys bench_fit bench_grid bench_label bench_start bench_history bench_wizard aligndesk
    aligndesk-sandbox
  USES_TERMINAL)
