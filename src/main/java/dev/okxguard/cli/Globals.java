package dev.okxguard.cli;

import dev.okxguard.cli.option.ColorWords;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that may stand anywhere on the line. They live on the root command only.
public final class Globals {
  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      scope = ScopeType.INHERIT,
      description = "profile of the configuration file")
  private String profile;

  @Option(names = "--demo", scope = ScopeType.INHERIT, description = "OKX demo trading")
  private boolean demo;

  @Option(names = "--live", scope = ScopeType.INHERIT, description = "real money")
  private boolean live;

  @Option(names = "--paper", scope = ScopeType.INHERIT, description = "the embedded exchange")
  private boolean paper;

  @Option(
      names = "--read-only",
      scope = ScopeType.INHERIT,
      description = "send nothing that writes")
  private boolean readOnly;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "print one JSON document")
  private boolean json;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "configuration file instead of ~/.okx/config.toml")
  private Path config;

  @Option(
      names = "--timeout",
      paramLabel = "MS",
      scope = ScopeType.INHERIT,
      description = "time limit of one request in milliseconds")
  private Integer timeout;

  @Option(
      names = {"-y", "--yes"},
      scope = ScopeType.INHERIT,
      description = "do not ask before sending")
  private boolean yes;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "explain each step on stderr")
  private boolean verbose;

  @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "print no more than needed")
  private boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
      converter = ColorWords.class,
      completionCandidates = ColorWords.class,
      defaultValue = "auto")
  private String color;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show help and exit")
  boolean help;

  /// The profile named, if any.
  public Optional<String> profile() {
    return Optional.ofNullable(profile);
  }

  public boolean demo() {
    return demo;
  }

  public boolean live() {
    return live;
  }

  public boolean paper() {
    return paper;
  }

  public boolean readOnly() {
    return readOnly;
  }

  public boolean json() {
    return json;
  }

  /// The configuration file named, if any.
  public Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  /// Milliseconds, if given.
  public Optional<Integer> timeout() {
    return Optional.ofNullable(timeout);
  }

  public boolean yes() {
    return yes;
  }

  public boolean verbose() {
    return verbose;
  }

  public boolean quiet() {
    return quiet;
  }

  public String color() {
    return color;
  }
}
