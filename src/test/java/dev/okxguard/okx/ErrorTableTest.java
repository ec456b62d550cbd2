package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.ExchangeError.Kind;
import dev.okxguard.model.ExitCode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTableTest {
  @ParameterizedTest
  @CsvSource({
    "50110, AUTH, this IP is not on the key's list",
    "50119, AUTH, wrong site",
    "50101, AUTH, a demo key on live",
    "50102, AUTH, off OKX's clock",
    "50113, AUTH, signature",
    "50011, BUSY, too many requests",
    "50061, BUSY, too many orders",
    "51008, REJECTED, not enough funds",
    "51030, NOT_ACCEPTED, funding",
    "51080, REJECTED, split take-profits",
    "54094, NOT_ACCEPTED, cool-off",
    "59000, REJECTED, positions",
    "50036, REJECTED, not placed"
  })
  void aKnownCodeHasItsKindAndMeaning(String code, Kind kind, String words) {
    ErrorTable.Row row = ErrorTable.row(code, 200);
    assertThat(row.kind()).isEqualTo(kind);
    assertThat(row.meaning()).contains(words);
  }

  @Test
  void theWrongSiteNamesTheSetting() {
    assertThat(ErrorTable.row("50119", 401).next()).contains("`site`").contains("OKX_SITE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "50001", "50004", "50013", "50026", "50042", "50071", "51011", "51016", "51054", "51065",
        "51068", "51149", "51412", "51416"
      })
  void whatOkxItselfDoesNotKnowIsUnknown(String code) {
    assertThat(ErrorTable.row(code, 200).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "51999, 200, REJECTED",
    "51999, 500, UNKNOWN",
    "70000, 400, REJECTED",
    "50150, 401, AUTH",
    "51999, 429, BUSY",
    "1, 200, UNKNOWN",
    "2, 200, UNKNOWN",
    "'', 503, UNKNOWN"
  })
  void forAReadAnUnlistedCodeIsJudgedByItsHundredAndTheStatus(String code, int status, Kind kind) {
    assertThat(ErrorTable.row(code, status).kind()).isEqualTo(kind);
    assertThat(ErrorTable.row(code, status).meaning()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"504", "408", "90001", "51999", "1", "051008", "51008 ", "0", ""})
  void forAWriteACodeThatIsNotListedLeavesItOpen(String code) {
    ErrorTable.Row row = ErrorTable.rowOfWrite(code);
    assertThat(row.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(row.next()).startsWith("Do not send it again");
  }

  @Test
  void forAWriteAListedCodeMeansWhatTheTableSays() {
    assertThat(ErrorTable.rowOfWrite("51008")).isEqualTo(ErrorTable.row("51008", 200));
  }

  @Test
  void noHintAdvisesToRepeatWhatMayHaveWorked() {
    assertThat(
            IntStream.range(50000, 70000)
                .mapToObj(Integer::toString)
                .flatMap(code -> ErrorTable.known(code).stream())
                .filter(row -> row.kind() == Kind.UNKNOWN)
                .map(ErrorTable.Row::next))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            next ->
                assertThat(next.replace("Do not send it again", ""))
                    .doesNotContainIgnoringCase("again")
                    .doesNotContainIgnoringCase("repeat")
                    .doesNotContainIgnoringCase("retry"));
  }

  @Test
  void everyRowSaysSomethingUseful() {
    assertThat(
            IntStream.range(50000, 60000)
                .mapToObj(Integer::toString)
                .flatMap(code -> ErrorTable.known(code).stream()))
        .hasSizeGreaterThan(400)
        .allSatisfy(
            row -> {
              assertThat(row.meaning()).isNotBlank();
              assertThat(row.next()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH, AUTH, AUTH",
    "REJECTED, REJECTED, REJECTED",
    "NOT_ACCEPTED, REJECTED, REJECTED",
    "BUSY, BUSY, BUSY",
    "UNKNOWN, UNKNOWN, UNREACHABLE"
  })
  void eachKindHasOneExitCode(Kind kind, ExitCode write, ExitCode read) {
    assertThat(ExchangeErrors.exitCode(kind)).isEqualTo(write);
    assertThat(ExchangeErrors.exitCodeOfRead(kind)).isEqualTo(read);
  }
}
