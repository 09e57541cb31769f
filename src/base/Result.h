// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <utility>
#include <variant>

namespace base {

/// Wraps an error on its way into a Result: `return Failure{StoreError::DiskFull};`
template <class E> struct Failure
{
    E error;
};
template <class E> Failure(E) -> Failure<E>;

/// A value, or the reason why there is none. The project's only way to report a failure across functions: no
/// exceptions.
template <class T, class E> class [[nodiscard]] Result
{
public:
    using Value = T;
    using Error = E;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) { }
    template <class F> Result(Failure<F> failure) : m_state(std::in_place_index<1>, std::move(failure.error)) { }

    bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    /// Only when hasValue().
    const T &value() const &
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_state);
    }
    T &value() &
    {
        Q_ASSERT(hasValue());
        return *std::get_if<0>(&m_state);
    }
    T &&value() &&
    {
        Q_ASSERT(hasValue());
        return std::move(*std::get_if<0>(&m_state));
    }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    T valueOr(T otherwise) const & { return hasValue() ? value() : std::move(otherwise); }

    /// Only when not hasValue().
    const E &error() const
    {
        Q_ASSERT(!hasValue());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, E> m_state;
};

/// Success without a value, or the reason of the failure. `return {};` is success.
template <class E> class [[nodiscard]] Result<void, E>
{
public:
    using Value = void;
    using Error = E;

    Result() = default;
    template <class F> Result(Failure<F> failure) : m_state(std::in_place_index<1>, std::move(failure.error)) { }

    bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    /// Only when not hasValue().
    const E &error() const
    {
        Q_ASSERT(!hasValue());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<std::monostate, E> m_state;
};

} // namespace base
