package dev.okxguard.okx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Secret;
import dev.okxguard.okx.wire.Signature;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {
  @Test
  void theCheckVectorHolds() {
    assertThat(
            Signature.sign(
                new Secret("22582BD0CFF14C41EDBF1AB98506286D"),
                "2020-12-08T09:08:57.715Z",
                "GET",
                "/api/v5/account/balance?ccy=BTC",
                new byte[0]))
        .isEqualTo("HiZhvSfMtWJA3uUIVXV3a/bSXNPCWvYFXoGCVS8V4zY=");
  }

  @Test
  void aTimestampAlwaysHasThreeDigitsOfMilliseconds() {
    assertThat(Signature.timestamp(Instant.parse("2026-11-21T10:00:00Z")))
        .isEqualTo("2026-11-21T10:00:00.000Z");
    assertThat(Signature.timestamp(Instant.parse("2026-11-21T10:00:00.120999Z")))
        .isEqualTo("2026-11-21T10:00:00.120Z");
  }
}
