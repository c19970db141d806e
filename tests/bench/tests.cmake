# Speed, as ratios to peers in the same run; no part of the tests. The target `bench` builds and
# runs them: use the preset bench.
foreach(name IN ITEMS uids uidlists)
  add_executable(bench_${name} EXCLUDE_FROM_ALL bench/${name}.cpp)
  target_link_libraries(bench_${name} PRIVATE aligndesk_models)
endforeach()
target_link_libraries(bench_uids PRIVATE simdjson::simdjson)
# bench_start looks at the screen through the X server's shared memory.
find_package(X11)
set(benches surveys label history fit grid wizard theme)
if(TARGET X11::X11 AND TARGET X11::Xext)
  list(APPEND benches start)
else()
  message(STATUS "bench_start is left out: it needs libx11-dev and libxext-dev")
endif()
foreach(name IN LISTS benches)
  add_executable(bench_${name} EXCLUDE_FROM_ALL bench/${name}.cpp)
  target_link_libraries(bench_${name} PRIVATE aligndesk_test_windows)
endforeach()
if(TARGET bench_start)
  target_link_libraries(bench_start PRIVATE X11::X11 X11::Xext)
endif()
list(TRANSFORM benches PREPEND bench_)
add_custom_target(bench COMMAND ${CMAKE_CURRENT_LIST_DIR}/bench.sh ${CMAKE_BINARY_DIR}/bin
  DEPENDS bench_uids bench_uidlists ${benches} aligndesk aligndesk-sandbox
  USES_TERMINAL)
