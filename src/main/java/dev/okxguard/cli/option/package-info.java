/// Options and arguments that several verbs share, and the checks on their values.
///
/// Depends on picocli, `model` and `okx` alone. Holds values of one command line; sends nothing but
/// what a verb asks it to read.
package dev.okxguard.cli.option;
