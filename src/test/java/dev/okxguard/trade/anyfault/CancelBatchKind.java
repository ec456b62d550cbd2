package dev.okxguard.trade.anyfault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.CancelRequest;
import dev.okxguard.trade.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The cancels of three resting orders in one request.
final class CancelBatchKind implements Kind {
  private final List<String> ordIds = new ArrayList<>();
  private final Set<String> goneBefore = new HashSet<>();

  private String uid = "";

  @Override
  public List<String> writes() {
    return List.of(
        "/trade/cancel-batch-orders", "/trade/cancel-batch-orders", "/trade/cancel-order");
  }

  @Override
  public void stage(Stage stage) {
    uid = stage.desk().uid();
    for (int i = 0; i < 3; i++) {
      ordIds.add(stage.resting("manual" + i));
    }
  }

  @Override
  public List<Outcome> run(PaperDesk.Process process) {
    return process
        .gateway(uid)
        .cancelAll(
            ordIds.stream()
                .map(id -> new CancelRequest(Orders.PAIR, Optional.of(id), Optional.empty()))
                .toList(),
            _ -> {});
  }

  @Override
  public void holds(Stage stage, Outcome said, int index, boolean everSent) {
    String ordId = ordIds.get(index);
    boolean gone = stage.order(ordId).orElseThrow().state().isFinal();
    switch (said) {
      case Outcome.Accepted _ -> assertThat(gone).as("cancelled").isTrue();
      case Outcome.NotSent _, Outcome.Denied _ ->
          assertThat(gone)
              .as("cancelled by what was not sent")
              .isEqualTo(goneBefore.contains(ordId));
      case Outcome.Rejected _, Outcome.Unknown _ -> {}
      case Outcome.Halted _, Outcome.Unsafe _, Outcome.Allowed _ ->
          throw new AssertionError("a cancel ended as " + said);
    }
    if (gone) {
      goneBefore.add(ordId);
    }
  }

  @Override
  public int most() {
    return 0;
  }

  @Override
  public boolean blocksEntries() {
    return false;
  }
}
