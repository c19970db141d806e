#include <cstdio>

// The window comes with the main job's next part; until then the program says so and fails.
int main()
{
    std::fputs(
        "AlignDesk has no window yet. aligndesk-sandbox runs; README.md says what is there.\n",
        stderr);
    return 1;
}
