# Speed, as ratios to peers in the same run; no part of the tests. The target `bench` builds and
# runs them: use the release preset.
find_package(X11)
foreach(name IN ITEMS uids surveys label start)
  add_executable(bench_${name} EXCLUDE_FROM_ALL bench/${name}.cpp)
  target_link_libraries(bench_${name} PRIVATE aligndesk_test_windows)
endforeach()
target_link_libraries(bench_start PRIVATE X11::X11)
add_custom_target(bench COMMAND ${CMAKE_CURRENT_LIST_DIR}/bench.sh ${CMAKE_BINARY_DIR}/bin
  DEPENDS bench_uids bench_surveys bench_label bench_start aligndesk aligndesk-sandbox
  USES_TERMINAL)
