// Memory of large arrays in large pages, where the system gives them when asked.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace api {

/// An allocator for the arrays of a million rows: with pages of 2 MB there is one fault for 512 and
/// a search at random misses the table of pages less. Small arrays come from the usual heap.
template <class T>
class LargePages
{
public:
    using value_type = T;

    LargePages() = default;
    template <class Other>
    LargePages(const LargePages<Other> &) // converts, as allocators do
    {
    }

    T *allocate(std::size_t count)
    {
        const std::size_t bytes = count * sizeof(T);
        if (!isLarge(bytes))
            return static_cast<T *>(::operator new(bytes));
        void *const memory = std::aligned_alloc(page, (bytes + page - 1) / page * page);
        if (!memory)
            throw std::bad_alloc();
#ifdef __linux__
        ::madvise(memory, bytes / page * page, MADV_HUGEPAGE); // a wish; the rest stays small
#endif
        return static_cast<T *>(memory);
    }

    void deallocate(T *memory, std::size_t count)
    {
        if (isLarge(count * sizeof(T)))
            std::free(memory);
        else
            ::operator delete(memory);
    }

    template <class Other>
    bool operator==(const LargePages<Other> &) const
    {
        return true;
    }

private:
    static constexpr std::size_t page = 2 * 1024 * 1024;
    static constexpr bool isLarge(std::size_t bytes)
    {
        return bytes >= 2 * page;
    }
};

} // namespace api
