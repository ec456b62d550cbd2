package dev.okxguard.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Commands;
import dev.okxguard.testing.Commands.Run;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Stranger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// One paper account that is traded with whole commands, with somebody else who has a key as well.
final class Scene {
  static final String PAIR = "BTC-USDT";
  static final String SWAP = "BTC-USDT-SWAP";
  static final String INVERSE = "BTC-USD-SWAP";

  /// Nothing stands in the way but what a test turns on.
  private static final String LIMITS =
      """
      [limits]
      max_order_size = 100000
      max_order_ratio = 10
      max_position_size = 100000
      max_total_ratio = 10
      max_open_positions = 100
      max_open_orders = 1000
      max_daily_trades = 10000
      max_orders_per_minute = 10000
      max_leverage = 20
      min_cash_ratio = 0
      max_slippage = 0.5
      price_collar = 0.9
      max_risk_per_trade = 1
      require_stop_loss = "%s"
      duplicate_window_s = 0
      repeat_limit = 0
      [breakers]
      max_daily_loss_ratio = 1
      max_drawdown = 1
      max_consecutive_losses = 0
      max_move = 0
      """;

  final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  final Path home;
  final Commands okx;
  final PaperDesk desk;
  final Stranger stranger;

  Scene(Path home) {
    this.home = home;
    this.okx = new Commands(home, time);
    this.desk = new PaperDesk(home.resolve(".okx"), time, 7);
    this.stranger = new Stranger(desk, time);
    limits("never", "");
    ok("paper", "reset", "--seed", "7");
    price(PAIR, "90000");
    price(SWAP, "90000");
    price(INVERSE, "90000");
  }

  /// @param stop where a stop is demanded
  /// @param more further sections of the policy
  void limits(String stop, String more) {
    okx.file(".okx/guard.toml", LIMITS.formatted(stop) + more);
  }

  void price(String instId, String price) {
    ok("paper", "price", instId, price);
  }

  void pass(Duration length) {
    time.advance(length);
  }

  /// Runs that line on paper, three seconds after the last.
  Run run(String... args) {
    return run(okx, args);
  }

  Run run(Commands where, String... args) {
    pass(Duration.ofSeconds(3));
    List<String> line = new ArrayList<>(List.of("--paper"));
    line.addAll(List.of(args));
    return where.run(line.toArray(String[]::new));
  }

  Run ok(String... args) {
    Run run = run(args);
    assertThat(run.code()).as(String.join(" ", args) + ": " + brief(run)).isZero();
    return run;
  }

  /// An order's document says at length what passed.
  private static String brief(Run run) {
    if (run.out().startsWith("{") && run.json().has("checks")) {
      return "" + run.code() + run.json().path("denials") + run.json().path("exchange");
    }
    if (run.out().startsWith("{") && run.json().has("differences")) {
      return "" + run.code() + run.json().path("differences") + run.json().path("problems");
    }
    return run.toString();
  }

  /// Places an order; gives its id.
  String place(String instId, String side, String sz, String... more) {
    List<String> line =
        new ArrayList<>(List.of("order", "place", instId, "--side", side, "--sz", sz, "--json"));
    line.addAll(List.of(more));
    return ok(line.toArray(String[]::new)).json().path("ordId").asString();
  }

  /// Reconciles, and it must come to that exit code.
  JsonNode reconcile(int code, String... more) {
    return reconcile(okx, code, more);
  }

  JsonNode reconcile(Commands where, int code, String... more) {
    List<String> line = new ArrayList<>(List.of("reconcile", "--json"));
    line.addAll(List.of(more));
    Run run = run(where, line.toArray(String[]::new));
    assertThat(run.code()).as(brief(run)).isEqualTo(code);
    return run.json();
  }

  /// All is as it should be.
  JsonNode clean() {
    JsonNode json = reconcile(0);
    assertThat(json.path("outcome").asString()).isEqualTo("clean");
    return json;
  }

  /// What differs, as `severity kind subject`, in the order of the report.
  List<String> drift() {
    return told(reconcile(9));
  }

  static List<String> told(JsonNode report) {
    return report
        .path("differences")
        .valueStream()
        .map(
            one ->
                (one.path("severity").asString()
                        + " "
                        + one.path("kind").asString()
                        + " "
                        + one.path("instId").asString()
                        + one.path("ccy").asString())
                    .strip())
        .toList();
  }

  /// The one row of that kind.
  static JsonNode row(JsonNode report, String kind) {
    List<JsonNode> rows =
        report
            .path("differences")
            .valueStream()
            .filter(one -> one.path("kind").asString().equals(kind))
            .toList();
    assertThat(rows).as(report.toString()).hasSize(1);
    return rows.getFirst();
  }

  Run adopt(String reason) {
    pass(Duration.ofSeconds(3));
    return okx.agreeing(reason).run("--paper", "reconcile", "adopt", "--reason", reason);
  }

  JsonNode positions() {
    return ok("account", "positions", "--json").json();
  }
}
