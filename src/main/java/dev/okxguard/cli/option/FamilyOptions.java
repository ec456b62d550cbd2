package dev.okxguard.cli.option;

import picocli.CommandLine.Option;

/// Narrowing a list of contracts.
public final class FamilyOptions {
  @Option(names = "--uly", paramLabel = "ULY", description = "underlying, for example BTC-USD")
  private String uly;

  @Option(
      names = "--instFamily",
      paramLabel = "FAMILY",
      description = "instrument family, for example BTC-USD")
  private String instFamily;

  /// Adds what was given.
  public Query into(Query query) {
    return query.with("uly", uly).with("instFamily", instFamily);
  }
}
