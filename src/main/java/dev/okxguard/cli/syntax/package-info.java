/// The grammar of every command as the parser wants it. It is written once, as picocli's
/// annotations on the commands; reading those costs a fifth of a short command's time, since Java
/// makes a class for each kind of annotation. So what they say is kept here as text, which a test
/// writes and holds to them, and of which a command line reads only what it names.
///
/// Depends on `cli` and picocli. Knows no command.
package dev.okxguard.cli.syntax;
