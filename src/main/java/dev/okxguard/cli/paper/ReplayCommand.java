package dev.okxguard.cli.paper;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Document;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Report;
import dev.okxguard.model.Decimals;
import dev.okxguard.paper.Candles;
import dev.okxguard.paper.Consequences;
import dev.okxguard.paper.PaperAdmin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Plays candles onto an instrument.
@Reach(Reach.Kind.PAPER_CHANGE)
@Command(
    name = "replay",
    description =
        "play candles (CSV of ts,open,high,low,close) as an instrument's price, from now on in"
            + " time, or all at once with --at-once; the last price stays",
    footer = {
      "okx paper replay BTC-USDT-SWAP candles.csv",
      "okx paper replay BTC-USDT-SWAP candles.csv --speed 60",
      "okx paper replay BTC-USDT-SWAP candles.csv --step 1",
      "okx paper replay BTC-USDT-SWAP - --at-once --json"
    })
final class ReplayCommand extends BaseCommand {
  private static final int OFTEN = 2_000;
  private static final BigDecimal MOST_SECONDS = new BigDecimal("604800");

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "INSTID",
      description = "instrument, for example BTC-USDT-SWAP; not given with --instId")
  private String first;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "the candles, - for standard input")
  private String second;

  @Option(names = "--instId", paramLabel = "INSTID", description = "the instrument, by name")
  private String named;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "play N times faster than the candles happened; 1 if not given")
  private Integer speed;

  @Option(
      names = "--step",
      paramLabel = "SECONDS",
      description = "seconds that each candle takes, instead of --speed")
  private BigDecimal step;

  @Option(
      names = "--at-once",
      description =
          "walk through all prices now, each with its fills, stops and liquidations; no time"
              + " passes, so no funding is due")
  private boolean atOnce;

  @Override
  protected boolean namesEnvironment() {
    return false;
  }

  @Override
  protected Report run(Session session) {
    session.mustBeWritable();
    requireOnePace();
    String instId = instrument();
    Candles candles = new CandleFile(Optional.ofNullable(second).orElse(first)).read(session);
    try (PaperAdmin admin = new PaperAdmin(session.paperHome(), session.time())) {
      ObjectNode json = Document.of("paper", session.profile(), admin.status().uid());
      json.put("instId", instId);
      json.put("mode", atOnce ? "at_once" : "in_time");
      candles(json, candles);
      return atOnce ? atOnce(session, admin, candles, json) : inTime(admin, candles, json);
    }
  }

  private Report atOnce(Session session, PaperAdmin admin, Candles candles, ObjectNode json) {
    int all = candles.list().size();
    Consequences told =
        admin.replayAtOnce(
            json.path("instId").asString(),
            candles,
            played -> {
              if (played % OFTEN == 0) {
                session.warn("Played " + played + " of " + all + " candles");
              }
            });
    Told.put(json, told);
    String text = "Played " + all + " candles of " + instrument() + " at once: " + Told.text(told);
    return Report.of(json, page -> page.line(text));
  }

  private Report inTime(PaperAdmin admin, Candles candles, ObjectNode json) {
    Duration each = each(candles);
    Instant until = admin.replay(json.path("instId").asString(), candles, each);
    json.put("secondsPerCandle", Decimals.text(BigDecimal.valueOf(each.toMillis(), 3)));
    json.put("until", Json.text(until));
    Told.put(json, Consequences.NONE);
    String text =
        instrument() + " plays " + candles.list().size() + " candles until " + Json.text(until);
    return Report.of(json, page -> page.line(text));
  }

  private static void candles(ObjectNode json, Candles candles) {
    Candles.Candle last = candles.list().getLast();
    json.put("candles", candles.list().size());
    json.put("from", Json.text(Instant.ofEpochMilli(candles.list().getFirst().millis())));
    json.put("to", Json.text(Instant.ofEpochMilli(last.millis()).plus(candles.spacing())));
    json.put("last", Decimals.text(last.close()));
  }

  private String instrument() {
    if ((second == null) == (named == null)) {
      throw usage("give an instrument, before the file or behind --instId, and a file");
    }
    return Optional.ofNullable(named).orElse(first);
  }

  private void requireOnePace() {
    int given = (speed != null ? 1 : 0) + (step != null ? 1 : 0) + (atOnce ? 1 : 0);
    if (given > 1) {
      throw usage("--speed, --step and --at-once exclude one another");
    }
    if (speed != null && speed < 1) {
      throw usage("--speed must be at least 1, not " + speed);
    }
    if (step != null && (step.signum() <= 0 || step.compareTo(MOST_SECONDS) > 0)) {
      throw usage("--step must be above 0 and at most a week in seconds");
    }
  }

  private Duration each(Candles candles) {
    return Optional.ofNullable(step)
        .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()))
        .orElseGet(() -> candles.spacing().dividedBy(Optional.ofNullable(speed).orElse(1)));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
