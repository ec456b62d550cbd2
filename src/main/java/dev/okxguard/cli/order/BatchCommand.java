package dev.okxguard.cli.order;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Confirmation;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.trade.AmendRequest;
import dev.okxguard.trade.CancelRequest;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.PlaceRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Places, changes or cancels many orders.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "batch",
    description = {
      "place, amend or cancel many orders, up to 20 in a request, each with its own outcome;"
          + " keys are OKX's parameter names and intentId.",
      "An order with an intentId is placed once, however often the command is repeated."
          + " A clOrdId on place is taken as its intentId; OKX sees an id of our own."
    },
    footer = {
      "okx --demo order batch --action place --orders orders.jsonl",
      "okx --paper order batch --action cancel --orders"
          + " '[{\"instId\":\"BTC-USDT\",\"ordId\":\"7\"}]'"
    })
final class BatchCommand extends BaseCommand {
  private static final int WORTH_TELLING = 20;

  /// What is done with each line.
  enum Action {
    place,
    amend,
    cancel
  }

  @Option(names = "--action", required = true, description = "place, amend or cancel")
  private Action action;

  @Option(
      names = "--orders",
      required = true,
      paramLabel = "JSON|FILE|-",
      description = "a JSON array, a file of it or of one JSON object a line, or - to read stdin")
  private String orders;

  @Option(
      names = "--dry-run",
      description = "judge every order and show what would be sent; sends nothing")
  private boolean dryRun;

  @Override
  protected Report run(Session session) {
    List<BatchLine> lines = BatchText.lines(BatchSource.text(orders, session.console().rawIn()));
    Work work = work(lines, session);
    session.writeEnvironment();
    if (dryRun) {
      return BatchReport.of(lines, work.check().get(), true, session);
    }
    if (session.asks() && action != Action.cancel) {
      List<Outcome> checks = work.check().get();
      if (checks.stream().noneMatch(check -> check instanceof Outcome.Allowed)) {
        return BatchReport.of(lines, checks, false, session);
      }
      Confirmation.ask(
          session, BatchReport.of(lines, checks, true, session), "Send those that may go?");
    }
    return BatchReport.of(lines, work.send().apply(told(session, lines.size())), false, session);
  }

  /// Every line read, nothing sent.
  private record Work(
      java.util.function.Supplier<List<Outcome>> check,
      Function<IntConsumer, List<Outcome>> send) {}

  private Work work(List<BatchLine> lines, Session session) {
    return switch (action) {
      case place -> {
        List<PlaceRequest> all =
            read(lines, BatchLines::place, r -> r.key().map(key -> "intentId " + key));
        warn(all, session);
        yield new Work(
            () -> session.gateway().checkAll(all), told -> session.gateway().placeAll(all, told));
      }
      case amend -> {
        List<AmendRequest> all = read(lines, BatchLines::amend, r -> id(r.ordId(), r.clOrdId()));
        yield new Work(
            () -> session.gateway().checkAmendAll(all),
            told -> session.gateway().amendAll(all, told));
      }
      case cancel -> {
        List<CancelRequest> all = read(lines, BatchLines::cancel, r -> id(r.ordId(), r.clOrdId()));
        yield new Work(
            () -> session.gateway().checkCancelAll(all),
            told -> session.gateway().cancelAll(all, told));
      }
    };
  }

  private static Optional<String> id(Optional<String> ordId, Optional<String> clOrdId) {
    return ordId.map(id -> "ordId " + id).or(() -> clOrdId.map(id -> "clOrdId " + id));
  }

  /// @param name what no two lines may share
  private static <T> List<T> read(
      List<BatchLine> lines, Function<BatchLine, T> reader, Function<T, Optional<String>> name) {
    Map<String, BatchLine> named = new HashMap<>();
    return lines.stream()
        .map(
            line -> {
              T request = reader.apply(line);
              name.apply(request)
                  .ifPresent(
                      id ->
                          Optional.ofNullable(named.put(id, line))
                              .ifPresent(first -> twice(id, first, line)));
              return request;
            })
        .toList();
  }

  private static void twice(String id, BatchLine first, BatchLine second) {
    throw new Fault(
        ExitCode.USAGE,
        "%s %d and %s %d have the same %s"
            .formatted(first.word(), first.number(), second.word(), second.number(), id),
        "each may be named once; nothing was sent");
  }

  private void warn(List<PlaceRequest> all, Session session) {
    long without = all.stream().filter(request -> request.key().isEmpty()).count();
    if (without > 0 && !dryRun) {
      session.warn(
          "Warning: "
              + without
              + " of "
              + all.size()
              + " orders have no intentId; if this command breaks off, repeating it places them"
              + " again");
    }
  }

  private static IntConsumer told(Session session, int all) {
    boolean tells = all > WORTH_TELLING && session.console().terminal();
    return settled -> {
      if (tells) {
        session.warn(settled + " of " + all + " settled");
      }
    };
  }
}
