package dev.okxguard.cli.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// An answer that says less than it should, or what nobody understands, makes nothing look sound.
final class HalfToldTest {
  private static final String STATUS = "/api/v5/system/status";
  private static final String POSITIONS = "/api/v5/account/positions";

  @TempDir private Path home;
  private World world;

  @BeforeEach
  void sound() throws IOException {
    world = new World(home).recordSound();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private JsonNode document() {
    world.write();
    return world.diagnose().json();
  }

  private JsonNode check(String id) {
    return World.check(document(), id);
  }

  @Test
  void whatMustBeSoundAndCouldNotBeReadIsNoPass() {
    assertThat(document().path("outcome").asString()).isEqualTo("pass");
    world.stand().answer(POSITIONS, 200, Rows.data("{}"));

    assertThat(document().path("outcome").asString()).isEqualTo("warn");
    assertThat(world.commands.run("diagnose").out()).contains("warn: ", "not known");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"state\":\"scheduled\",\"begin\":\"1763700000000\",\"env\":\"1\"}",
        "{\"serviceType\":\"5\",\"begin\":\"1763700000000\",\"env\":\"1\"}",
        "{\"state\":\"scheduled\",\"serviceType\":\"5\",\"begin\":\"soon\",\"env\":\"1\"}",
        "{\"state\":\"scheduled\",\"serviceType\":\"98\",\"begin\":\"1763700000000\"}"
      })
  void anAnnouncementThatIsNotUnderstoodIsNotTakenForNone(String row) {
    world.stand().answer(STATUS, 200, Rows.data(row));

    JsonNode check = check("network.status");
    assertThat(check.path("level").asString()).as(check.toString()).isEqualTo("warn");
    assertThat(check.path("text").asString()).doesNotContain("1970");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5"})
  void announcementsThatAreNoneAreNotKnown(String row) {
    world.stand().answer(STATUS, 200, Rows.data(row));

    assertThat(check("network.status").path("level").asString()).isEqualTo("skip");
  }

  @Test
  void aMaintenanceOfWhoKnowsWhichEnvironmentMayBeThisOnes() {
    String row = Rows.maintenance("ongoing", world.time.now().toEpochMilli(), "");
    world.stand().answer(STATUS, 200, Rows.data(row));

    assertThat(check("network.status").path("level").asString()).isEqualTo("fail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"read_only,trade,transfer_out", "Withdraw,trade", ","})
  void aRightThatNobodyKnowsIsNotTakenForHarmless(String perm) {
    world.account(row -> row.put("perm", perm));

    JsonNode check = check("key.withdraw");
    assertThat(check.path("level").asString()).as(check.toString()).isEqualTo("skip");
    assertThat(check.path("text").asString()).contains("cannot be told");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5"})
  void aPositionThatDoesNotSayItsLeverageIsNotTakenForModest(String lever) {
    world.stand().answer(POSITIONS, 200, Rows.data(Rows.position(lever)));

    JsonNode check = check("account.leverage");
    assertThat(check.path("level").asString()).as(check.toString()).isEqualTo("skip");
    assertThat(check.path("text").asString()).contains("BTC-USDT-SWAP");
  }

  @Test
  void anotherAccountThanTheKeysIsNotTakenForIt() {
    world.used();
    world.account(row -> row.put("uid", "999"));

    JsonNode check = check("key.accepted");
    assertThat(check.path("level").asString()).as(check.toString()).isEqualTo("fail");
    assertThat(check.path("text").asString()).contains("another account");
  }
}
