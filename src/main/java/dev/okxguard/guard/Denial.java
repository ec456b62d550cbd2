package dev.okxguard.guard;

/// One reason why an order must not be sent.
///
/// @param rule the rule's name, which is the policy key where there is one
/// @param code stable upper-case word for programs, for example `MAX_ORDER_SIZE`
/// @param limit what is allowed, as text
/// @param value what was measured, as text; "" when it could not be
/// @param message for people: what, how much, and what would be allowed
public record Denial(String rule, String code, String limit, String value, String message) {}
