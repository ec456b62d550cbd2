package dev.okxguard.okx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What says two things at once, or more than one thing, is no answer.
class EnvelopeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"0\",\"code\":\"1\",\"data\":[]}",
        "{\"code\":\"0\",\"data\":[],\"data\":[{}]}",
        "{\"code\":\"0\",\"data\":[{\"pos\":\"1\",\"instId\":\"A\",\"pos\":\"2\"}]}",
        "{\"code\":\"0\",\"data\":[{\"details\":[{\"eq\":\"1\",\"eq\":\"1\"}]}]}",
        "{\"code\":\"0\",\"data\":[{\"a\":{\"b\":\"1\",\"b\":\"1\"}}]}",
        "{\"code\":\"0\",\"data\":[]} {}",
        "{\"code\":\"0\",\"data\":[]"
      })
  void isNotRead(String body) {
    assertThat(Envelope.read(body.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void sameKeysInDifferentObjectsAreFine() {
    String body = "{\"code\":\"0\",\"data\":[{\"a\":\"1\"},{\"a\":\"2\",\"b\":{\"a\":\"3\"}}]}";
    assertThat(Envelope.read(body.getBytes(UTF_8)))
        .hasValueSatisfying(it -> assertThat(it.data()).hasSize(2));
  }
}
