package dev.okxguard.diagnose;

import dev.okxguard.guard.Policy;
import dev.okxguard.guard.Stage;
import dev.okxguard.journal.Event;
import dev.okxguard.journal.Latest;
import dev.okxguard.model.Environment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stops trading, and how far the account has come on its way to it.
record BrakeChecks(Sources sources, Setup setup) {
  private static final BigDecimal MUCH_A_DAY = new BigDecimal("0.25");
  private static final BigDecimal MUCH_AT_ALL = new BigDecimal("0.5");

  List<Check> all() {
    return List.of(
        new Check(CheckId.STATE, this::state),
        new Check(CheckId.BREAKERS, this::breakers),
        new Check(CheckId.STAGE, this::stage));
  }

  private Finding state() {
    Setup.Trading ofAll = setup.tradingOfAll();
    return ofAll.word().equals("active")
        ? told(
            setup.trading(sources.uid.get(), sources.latest()),
            "--" + sources.environment().word() + " guard resume")
        : told(ofAll, "guard resume --all");
  }

  private static Finding told(Setup.Trading trading, String resume) {
    return trading.word().equals("active")
        ? Finding.ok("active")
        : Finding.warn(trading.word() + ": " + trading.why(), "a person ends that: okx " + resume);
  }

  private Finding breakers() {
    Policy.Breakers breakers = sources.limits.get().policy().breakers();
    List<String> off = off(breakers);
    if (!off.isEmpty()) {
      return Finding.warn("off or nearly so: " + String.join(", ", off), "set them: [breakers]");
    }
    Optional<Event.Tripped> tripped = sources.latest().flatMap(Latest::tripped);
    Duration cooldown = Duration.ofMinutes(breakers.cooldownMinutes());
    Optional<Instant> until = tripped.map(it -> it.at().plus(cooldown));
    return until.filter(sources.now()::isBefore).isPresent()
        ? Finding.warn(
            tripped.get().breaker() + " tripped at " + tripped.get().at(),
            "entries are denied until " + until.get())
        : Finding.ok(tripped.map(it -> "on; the last tripped at " + it.at()).orElse("on"));
  }

  private static List<String> off(Policy.Breakers breakers) {
    return Stream.of(
            name("max_daily_loss_ratio", breakers.maxDailyLossRatio().compareTo(MUCH_A_DAY) >= 0),
            name("max_drawdown", breakers.maxDrawdown().compareTo(MUCH_AT_ALL) >= 0),
            name("max_consecutive_losses", breakers.maxConsecutiveLosses() == 0),
            name("max_move", breakers.maxMove().signum() == 0 || breakers.maxMoveMinutes() == 0))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> name(String key, boolean off) {
    return off ? Optional.of(key) : Optional.empty();
  }

  private Finding stage() {
    if (sources.environment() != Environment.LIVE) {
      return Finding.skip("stages are for live trading");
    }
    Policy policy = sources.limits.get().policy();
    Stage stage =
        sources
            .latest()
            .flatMap(Latest::promoted)
            .flatMap(it -> Stage.of(it.stage()))
            .orElse(Stage.DEMO);
    String text = stage.word() + (policy.stage().enforce() ? "" : ", [stage] enforce = false");
    return switch (stage) {
      case DEMO ->
          Finding.warn(
              text + ": no demo trading was shown",
              "okx --live guard stage --demo-profile NAME, then okx --live guard promote");
      case OBSERVE ->
          Finding.warn(
              text + ": the account is only to be watched",
              "okx --live guard stage says what is missing, then okx --live guard promote");
      case PROBATION, FULL -> Finding.ok(text);
    };
  }
}
