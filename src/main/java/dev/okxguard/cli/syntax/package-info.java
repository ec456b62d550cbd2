/// The grammar of every command as the parser wants it. It is written once, as picocli's
/// annotations on the commands; reading those takes a fifth of a short command's time, since Java
/// makes a class for each kind of annotation. So what they say is kept here as texts, of which a
/// command line reads those that it names. `SyntaxTest` holds them to the annotations: whoever
/// changes one has it write the text with `-Dgolden=update`, and in a second run what is made of
/// the whole tree.
///
/// Depends on `cli` and picocli. Names the packages of commands, but no command.
package dev.okxguard.cli.syntax;
