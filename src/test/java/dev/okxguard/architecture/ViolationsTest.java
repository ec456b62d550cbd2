package dev.okxguard.architecture;

import static dev.okxguard.architecture.Code.VIOLATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule finds exactly the classes that break it, and leaves those alone that may.
final class ViolationsTest {
  private static final Pattern CLASS =
      Pattern.compile(Pattern.quote(VIOLATIONS) + "\\.([a-z.]*[A-Z]\\w*)");

  static Stream<Arguments> rules() {
    return Stream.of(layers(), libraries(), money(), process(), statics(), doors(), shapes())
        .flatMap(it -> it);
  }

  private static Stream<Arguments> layers() {
    return Stream.of(
        arguments(
            Layers.dependenciesPointOneWay(VIOLATIONS),
            Set.of(
                "model.UpwardValue",
                "guard.AskingRule",
                "config.Judge",
                "trade.PrintingTrade",
                "trade.PaperTrade",
                "alert.Ring",
                "diagnose.Bell",
                "odds.Stray")),
        arguments(Layers.onlyMainAndCliKnowPaper(VIOLATIONS), Set.of("trade.PaperTrade")),
        arguments(
            Layers.tradeNeverPrints(VIOLATIONS),
            Set.of("trade.PrintingTrade", "trade.WritingTrade")),
        arguments(
            Layers.noPackageCycles(VIOLATIONS),
            Set.of("model.UpwardValue", "okx.RestClient", "alert.Ring", "diagnose.Bell")));
  }

  private static Stream<Arguments> libraries() {
    return Stream.of(
        arguments(Libraries.okHttpOnlyInOkx(VIOLATIONS), Set.of("okx.wire.Call")),
        arguments(Libraries.picocliOnlyInCliAndMain(VIOLATIONS), Set.of("journal.OptionJournal")),
        arguments(Libraries.tomlOnlyInConfig(VIOLATIONS), Set.of("journal.TomlJournal")),
        arguments(
            Libraries.noJacksonInModelAndGuard(VIOLATIONS),
            Set.of("model.JsonValue", "guard.JsonRule")),
        arguments(
            Libraries.modelDependsOnJavaBaseAlone(VIOLATIONS),
            Set.of(
                "model.LoggingValue", "model.FileValue", "model.JsonValue", "model.UpwardValue")),
        arguments(
            Libraries.guardDependsOnModelAlone(VIOLATIONS),
            Set.of("guard.FetchingRule", "guard.AskingRule", "guard.JsonRule")));
  }

  private static Stream<Arguments> money() {
    return Stream.of(
        arguments(
            Money.noBinaryFloats(VIOLATIONS),
            Set.of("model.FloatingField", "model.FloatingArray", "guard.RoundingRule")));
  }

  private static Stream<Arguments> process() {
    return Stream.of(
        arguments(
            ProcessUse.onlyMainTouchesTheProcess(VIOLATIONS),
            Set.of(
                "reconcile.Hurried",
                "reconcile.Sleepy",
                "reconcile.Leaving",
                "reconcile.Loud",
                "reconcile.Curious",
                "reconcile.Clocked",
                "reconcile.Dated")));
  }

  private static Stream<Arguments> statics() {
    return Stream.of(
        arguments(
            Statics.noStaticMutableState(VIOLATIONS),
            Set.of(
                "journal.Counting", "journal.Remembering", "journal.Sharing", "journal.Sequence")));
  }

  private static Stream<Arguments> doors() {
    return Stream.of(
        arguments(
            Doors.onlyTheGatewayWritesToTheExchange(VIOLATIONS), Set.of("trade.SecondGateway")),
        arguments(Doors.onlyOkxCallsRestClientWrite(VIOLATIONS), Set.of("trade.Shortcut")),
        arguments(
            Doors.secretsAreRevealedToFew(VIOLATIONS),
            Set.of("config.Peek", "cli.order.KeyPrinter")),
        arguments(
            Doors.onlyAlertStartsPrograms(VIOLATIONS), Set.of("diagnose.Launcher", "alert.Shell")));
  }

  private static Stream<Arguments> shapes() {
    return Stream.of(
        arguments(
            Shapes.namesSayWhatAClassIs(VIOLATIONS),
            Set.of("trade.PaperManager", "trade.AbstractTrade", "trade.TradeUtils")),
        arguments(
            Shapes.commandsExtendOneBaseOnce(VIOLATIONS),
            Set.of("cli.DeepCommand", "cli.LooseCommand", "cli.RunningCommands")));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleFindsExactlyTheClassesThatBreakIt(ArchRule rule, Set<String> offenders) {
    assertThat(details(rule).map(ViolationsTest::first).collect(Collectors.toSet()))
        .isEqualTo(offenders);
  }

  @Test
  void theProcessWideLocksAreTheOnlyExceptionToStaticState() {
    assertThat(details(Statics.noStaticMutableState(Code.ROOT + ".elsewhere")))
        .anyMatch(text -> text.contains("AccountLock") && text.contains("HELD"));
  }

  private static Stream<String> details(ArchRule rule) {
    return rule.evaluate(Code.violations()).getFailureReport().getDetails().stream();
  }

  private static String first(String detail) {
    Matcher matcher = CLASS.matcher(detail);
    assertThat(matcher.find()).as(detail).isTrue();
    return matcher.group(1);
  }
}
