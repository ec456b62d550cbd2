package dev.okxguard.trade.anyfault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.trade.CancelRequest;
import dev.okxguard.trade.Outcome;
import java.util.List;
import java.util.Optional;

/// The cancel of one resting order.
final class CancelKind implements Kind {
  private String ordId = "";
  private boolean goneBefore;

  private String uid = "";

  @Override
  public List<String> writes() {
    return List.of("/trade/cancel-order");
  }

  @Override
  public void stage(Stage stage) {
    uid = stage.desk().uid();
    ordId = stage.resting("manual1");
  }

  @Override
  public List<Outcome> run(PaperDesk.Process process) {
    return List.of(
        process
            .gateway(uid)
            .cancel(new CancelRequest(Orders.PAIR, Optional.of(ordId), Optional.empty())));
  }

  @Override
  public void holds(Stage stage, Outcome said, int index, boolean everSent) {
    boolean gone = stage.order(ordId).orElseThrow().state().isFinal();
    switch (said) {
      case Outcome.Accepted _ -> assertThat(gone).as("cancelled").isTrue();
      case Outcome.NotSent _, Outcome.Denied _ ->
          assertThat(gone).as("cancelled by a cancel that was not sent").isEqualTo(goneBefore);
      case Outcome.Rejected _, Outcome.Unknown _ -> {}
      case Outcome.Halted _, Outcome.Unsafe _, Outcome.Allowed _ ->
          throw new AssertionError("a cancel ended as " + said);
    }
    goneBefore = gone;
  }

  @Override
  public int most() {
    return 0;
  }

  @Override
  public boolean blocksEntries() {
    return false;
  }

  @Override
  public String toString() {
    return "cancel";
  }
}
