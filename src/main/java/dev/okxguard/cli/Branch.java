package dev.okxguard.cli;

import dev.okxguard.cli.syntax.Syntax;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/// A command, its name and its verbs, all made only where they are needed: making them costs
/// start-up time.
///
/// @param name as its annotation has it
public record Branch(String name, Supplier<Object> command, Supplier<List<Branch>> verbs) {
  /// How much of the tree to build.
  enum Extent {
    /// The commands that the words name: what it takes to run a sound command line.
    NAMED,
    /// Those, and what stands beside each of them: what it takes to list them.
    LISTED,
    WHOLE
  }

  /// A command without verbs.
  public static Branch leaf(String name, Supplier<Object> command) {
    return new Branch(name, command, List::of);
  }

  /// Adds these branches to the command that they belong to, as far as they are wanted.
  static void grow(CommandLine on, List<Branch> branches, List<String> words, Extent extent) {
    for (Branch branch : branches) {
      boolean named = words.contains(branch.name);
      if (named || extent != Extent.NAMED) {
        CommandLine line = new CommandLine(Syntax.of(branch.command.get()));
        if (named || extent == Extent.WHOLE) {
          grow(line, branch.verbs.get(), words, extent);
        }
        on.addSubcommand(branch.name, line);
      }
    }
  }
}
