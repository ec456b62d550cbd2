package dev.okxguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.cli.guard.GuardCommands;
import dev.okxguard.cli.syntax.Syntax;
import dev.okxguard.testing.Cli;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Commands read from texts are those that picocli makes of the annotations.
final class SyntaxTreeTest {
  private static final List<String> VALUES =
      List.of("BTC-USDT", "1", "0.5", "-1", "buy", "true", "2026-01-01", "x", "", "SWAP", "a,b");

  @TestFactory
  Stream<DynamicTest> everyCommandIsTheOneThatItsAnnotationsDescribe() {
    Map<String, CommandSpec> read = all(Cli.tree().getCommandSpec());
    Map<String, CommandSpec> annotated = all(tree(CommandLine::new, CommandTree.BRANCHES));
    assertThat(read.keySet()).containsExactlyElementsOf(annotated.keySet());
    return read.keySet().stream()
        .map(
            name -> DynamicTest.dynamicTest(name, () -> same(read.get(name), annotated.get(name))));
  }

  private static void same(CommandSpec read, CommandSpec annotated) {
    assertThat(SpecFacts.differences(read, annotated)).isEmpty();
    assertThat(read.commandLine().getUsageMessage())
        .isEqualTo(annotated.commandLine().getUsageMessage());
    assertThat(Syntax.reach(read.userObject()))
        .isEqualTo(
            Optional.ofNullable(annotated.userObject().getClass().getAnnotation(Reach.class))
                .map(Reach::value)
                .orElse(Reach.Kind.WRITE));
  }

  /// The program leaves picocli's own converters to such types out.
  @Test
  void whatIsATimeOrOfADatabaseIsReadByAConverterOfOurs() {
    assertThat(all(Cli.tree().getCommandSpec()).values().stream().flatMap(it -> it.args().stream()))
        .filteredOn(it -> it.converters().length == 0)
        .extracting(it -> it.auxiliaryTypes()[0].getPackageName())
        .hasSizeGreaterThan(200)
        .doesNotContain("java.time", "java.sql");
  }

  @Test
  void anyLineIsUnderstoodAlike() {
    long seed = Long.getLong("seed", new Random().nextLong());
    Random random = new Random(seed);
    int sound = 0;
    for (int i = 0; i < 200; i++) {
      List<Branch> path = path(random);
      CommandSpec read = tree(it -> new CommandLine(Syntax.of(it)), path);
      List<String> line = line(path, read, random);
      String understood = understood(read.commandLine(), line);
      assertThat(understood)
          .as("okx %s (seed %d)", line, seed)
          .isEqualTo(understood(tree(CommandLine::new, path).commandLine(), line));
      sound += understood.startsWith("{") ? 1 : 0;
    }
    assertThat(sound).as("sound lines, seed %d", seed).isBetween(20, 180);
  }

  /// A way down the tree, each branch with nothing beside it.
  private static List<Branch> path(Random random) {
    return narrow(CommandTree.BRANCHES, random);
  }

  private static List<Branch> narrow(List<Branch> branches, Random random) {
    if (branches.isEmpty()) {
      return List.of();
    }
    Branch one = branches.get(random.nextInt(branches.size()));
    List<Branch> below = narrow(one.verbs().get(), random);
    return List.of(new Branch(one.name(), one.command(), () -> below));
  }

  private static List<String> line(List<Branch> path, CommandSpec root, Random random) {
    List<String> line = new ArrayList<>();
    CommandSpec spec = root;
    for (List<Branch> at = path; !at.isEmpty(); at = at.getFirst().verbs().get()) {
      maybeOptions(spec, random.nextInt(2), line, random);
      line.add(at.getFirst().name());
      spec = spec.subcommands().get(at.getFirst().name()).getCommandSpec();
    }
    for (ArgSpec required : spec.args()) {
      if (required.isOption() && required.required()) {
        add((OptionSpec) required, line, random);
      }
    }
    spec.positionalParameters().forEach(_ -> line.add(VALUES.getFirst()));
    maybeOptions(spec, random.nextInt(4), line, random);
    return line;
  }

  private static void maybeOptions(CommandSpec spec, int count, List<String> line, Random random) {
    for (int i = 0; i < count; i++) {
      int at = random.nextInt(spec.options().size() + 1);
      if (at < spec.options().size()) {
        OptionSpec option = spec.options().get(at);
        // Of a global flag that stands at two levels picocli's annotations make the opposite.
        if (Arrays.stream(option.names())
            .noneMatch(name -> line.stream().anyMatch(word -> word.startsWith(name)))) {
          add(option, line, random);
        }
      } else {
        line.add(random.nextBoolean() ? "--nope" : "nope");
      }
    }
  }

  private static void add(OptionSpec option, List<String> line, Random random) {
    String name = option.names()[random.nextInt(option.names().length)];
    List<String> words = new ArrayList<>(VALUES);
    if (option.completionCandidates() != null && random.nextInt(4) > 0) {
      words.clear();
      option.completionCandidates().forEach(words::add);
    }
    String value = words.get(random.nextInt(words.size()));
    boolean flag = option.arity().max() == 0;
    switch (random.nextInt(flag ? 12 : 8)) {
      case 0 -> line.add(name);
      case 1, 2, 3 -> line.add(name + "=" + (flag ? random.nextBoolean() : value));
      default -> line.addAll(flag ? List.of(name) : List.of(name, value));
    }
  }

  /// Every value, or what is wrong.
  private static String understood(CommandLine root, List<String> line) {
    try {
      Map<String, Object> values = new LinkedHashMap<>();
      ParseResult parsed = root.parseArgs(line.toArray(String[]::new));
      for (ParseResult at = parsed; at != null; at = at.subcommand()) {
        for (ArgSpec argument : at.commandSpec().args()) {
          String name = at.commandSpec().qualifiedName() + " " + argument.paramLabel();
          String names = argument instanceof OptionSpec it ? it.longestName() : "";
          values.put(name + names, argument.getValue() + " of " + argument.originalStringValues());
        }
      }
      return values.toString();
    } catch (CommandLine.ParameterException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  /// The tree as [CommandTree] grows it, its commands made in another way.
  private static CommandSpec tree(Function<Object, CommandLine> made, List<Branch> branches) {
    CommandLine root = made.apply(new Root(null));
    root.getCommandSpec().versionProvider(new Version());
    grow(root, branches, made);
    Optional.ofNullable(root.getSubcommands().get("guard")).ifPresent(GuardCommands::complete);
    return Grammar.apply(root).getCommandSpec();
  }

  private static void grow(
      CommandLine on, List<Branch> branches, Function<Object, CommandLine> made) {
    for (Branch branch : branches) {
      CommandLine line = made.apply(branch.command().get());
      grow(line, branch.verbs().get(), made);
      on.addSubcommand(branch.name(), line);
    }
  }

  private static Map<String, CommandSpec> all(CommandSpec spec) {
    Map<String, CommandSpec> all = new LinkedHashMap<>(Map.of(spec.qualifiedName(), spec));
    spec.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .collect(Collectors.toCollection(LinkedHashSet::new))
        .forEach(child -> all.putAll(all(child)));
    return all;
  }
}
