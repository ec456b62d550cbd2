package dev.okxguard.cli.order;

import dev.okxguard.cli.option.Lengths;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// One order in several parts.
final class SplitOptions {
  private static final int FEWEST = 2;
  private static final int MOST = 100;
  private static final Duration USUAL = Duration.ofSeconds(30);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--split",
      paramLabel = "N",
      description =
          "place it in N parts (2 to 100), each judged and recorded on its own; stops at the first"
              + " that is not accepted. With --intent-id, repeating the command goes on from there")
  private Integer parts;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Lengths.class,
      description = "wait so long between the parts of --split: 500ms, 30s, 5m, 1h (default: 30s)")
  private Duration every;

  /// How many parts, if the order is to be split.
  Optional<Integer> parts() {
    if (parts == null && every != null) {
      throw usage("--every goes with --split");
    }
    if (parts != null && (parts < FEWEST || parts > MOST)) {
      throw usage("--split takes " + FEWEST + " to " + MOST + ", not " + parts);
    }
    return Optional.ofNullable(parts);
  }

  /// How long to wait between them.
  Duration every() {
    return Optional.ofNullable(every).orElse(USUAL);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
