package dev.okxguard.architecture;

import static dev.okxguard.architecture.Code.ROOT;
import static dev.okxguard.architecture.Code.SOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The product keeps the design's rules.
final class ArchitectureTest {
  private static final Path PRODUCT = SOURCES.resolve("dev").resolve("okxguard");

  private static void holds(ArchRule rule) {
    rule.check(Code.product());
  }

  @Test
  void dependenciesPointOneWay() {
    holds(Layers.dependenciesPointOneWay(ROOT));
  }

  @Test
  void onlyMainAndCliKnowPaper() {
    holds(Layers.onlyMainAndCliKnowPaper(ROOT));
  }

  @Test
  void tradeNeverPrints() {
    holds(Layers.tradeNeverPrints(ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".cli", ".paper"})
  void noPackageCycles(String family) {
    holds(Layers.noPackageCycles(ROOT + family));
  }

  @Test
  void okHttpOnlyInOkx() {
    holds(Libraries.okHttpOnlyInOkx(ROOT));
  }

  @Test
  void picocliOnlyInCliAndMain() {
    holds(Libraries.picocliOnlyInCliAndMain(ROOT));
  }

  @Test
  void tomlOnlyInConfig() {
    holds(Libraries.tomlOnlyInConfig(ROOT));
  }

  @Test
  void noJacksonInModelAndGuard() {
    holds(Libraries.noJacksonInModelAndGuard(ROOT));
  }

  @Test
  void modelDependsOnJavaBaseAlone() {
    holds(Libraries.modelDependsOnJavaBaseAlone(ROOT));
  }

  @Test
  void guardDependsOnModelAlone() {
    holds(Libraries.guardDependsOnModelAlone(ROOT));
  }

  @Test
  void noBinaryFloats() {
    holds(Money.noBinaryFloats(ROOT));
    assertThat(Sources.binaryFloats(PRODUCT, Money.PACKAGES)).isEmpty();
  }

  @Test
  void onlyMainTouchesTheProcess() {
    holds(ProcessUse.onlyMainTouchesTheProcess(ROOT));
  }

  @Test
  void noStaticMutableState() {
    holds(Statics.noStaticMutableState(ROOT));
    assertThat(Sources.arrayWrites(PRODUCT)).isEmpty();
  }

  @Test
  void onlyTheGatewayWritesToTheExchange() {
    holds(Doors.onlyTheGatewayWritesToTheExchange(ROOT));
  }

  @Test
  void onlyOkxCallsRestClientWrite() {
    holds(Doors.onlyOkxCallsRestClientWrite(ROOT));
  }

  @Test
  void secretsAreRevealedToFew() {
    holds(Doors.secretsAreRevealedToFew(ROOT));
  }

  @Test
  void onlyAlertStartsPrograms() {
    holds(Doors.onlyAlertStartsPrograms(ROOT));
  }

  @Test
  void namesSayWhatAClassIs() {
    holds(Shapes.namesSayWhatAClassIs(ROOT));
  }

  @Test
  void commandsExtendOneBaseOnce() {
    holds(Shapes.commandsExtendOneBaseOnce(ROOT));
  }

  @Test
  void everyPackageSaysItsJob() {
    assertThat(Sources.packagesWithoutInfo(PRODUCT)).isEmpty();
  }

  @Test
  void noFileIsLong() {
    assertThat(Sources.longFiles(PRODUCT)).isEmpty();
  }

  @Test
  void everyPublicTypeSaysWhatItIs() {
    assertThat(Sources.publicTypesWithoutJavadoc(PRODUCT)).isEmpty();
  }
}
