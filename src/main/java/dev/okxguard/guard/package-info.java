/// What is allowed: the policy, the rules and their verdicts. Pure decisions over values handed in.
///
/// Depends on `model` alone. Does no input or output, fetches nothing, remembers nothing.
package dev.okxguard.guard;
