package dev.okxguard.okx;

import dev.okxguard.model.Credentials;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Secret;
import dev.okxguard.okx.wire.Transport;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// A client on a bench: scripted or real transport, manual time, marker secrets.
final class Bench {
  static final Credentials KEYS =
      new Credentials(
          new Secret("markerkey-7f3a"),
          new Secret("markersecret-91bc"),
          new Secret("markerphrase-55de"));

  final StepTime time = new StepTime();
  final Script script = new Script(time);
  final RestClient client = client(script, Environment.LIVE);

  RestClient client(Transport transport, Environment environment) {
    return new RestClient(
        new RestClient.Parts(
            transport,
            () -> KEYS,
            environment,
            time,
            Duration.ofSeconds(10),
            new RateLimits(time),
            "okx-guard/test"));
  }

  WriteReply place() {
    return place(client);
  }

  WriteReply place(RestClient on) {
    return on.write(Write.ORDER, order(), Optional.of(time.now().plusSeconds(5)));
  }

  static ObjectNode order() {
    return Json.object().put("instId", "BTC-USDT-SWAP").put("clOrdId", "okg1").put("sz", "0.01");
  }

  static ObjectNode cancel(String instId, String ordId) {
    return Json.object().put("instId", instId).put("ordId", ordId);
  }

  static String accepted() {
    return Script.ok("[{\"ordId\":\"71\",\"clOrdId\":\"okg1\",\"sCode\":\"0\",\"sMsg\":\"\"}]");
  }

  static String item(String sCode) {
    return "{\"code\":\"1\",\"msg\":\"All operations failed\",\"data\":[{\"ordId\":\"\","
        + "\"clOrdId\":\"okg1\",\"sCode\":\""
        + sCode
        + "\",\"sMsg\":\"text of "
        + sCode
        + "\"}]}";
  }
}
