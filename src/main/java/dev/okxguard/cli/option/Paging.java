package dev.okxguard.cli.option;

import dev.okxguard.okx.Endpoint;
import dev.okxguard.okx.RawReads;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;

/// How many rows of a list that OKX pages: one page unless more are asked for.
public final class Paging {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "rows wanted, newest first; more than a page are read over several")
  private Integer limit;

  @Option(names = "--all", description = "every row of the window, over as many pages as it takes")
  private boolean all;

  /// Reads the rows.
  ///
  /// @param cursor the field that pages go by
  /// @param pageSize the most rows OKX gives at once
  public ArrayNode read(
      RawReads reads, Endpoint endpoint, Query query, String cursor, int pageSize) {
    check();
    if (within(pageSize)) {
      return reads.data(endpoint, query.with("limit", text()).values());
    }
    query.with("limit", Integer.toString(pageSize));
    int most = all ? Integer.MAX_VALUE : limit;
    return first(reads.pages(endpoint, query.values(), cursor, pageSize, most), most);
  }

  /// Whether anything was said of how many rows.
  public boolean given() {
    return all || limit != null;
  }

  /// Whether so many rows are enough.
  public boolean within(int rows) {
    return !all && (limit == null || limit <= rows);
  }

  private void check() {
    if (limit != null && limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 or more, not " + limit);
    }
    if (all && limit != null) {
      throw new ParameterException(
          spec.commandLine(), "--all and --limit exclude each other: give one of them");
    }
  }

  private String text() {
    return limit == null ? "" : limit.toString();
  }

  private static ArrayNode first(ArrayNode rows, int count) {
    while (rows.size() > count) {
      rows.remove(rows.size() - 1);
    }
    return rows;
  }
}
