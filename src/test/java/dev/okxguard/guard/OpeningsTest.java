package dev.okxguard.guard;

import static dev.okxguard.guard.Samples.SPOT;
import static dev.okxguard.guard.Samples.SWAP;
import static dev.okxguard.guard.Samples.pending;
import static dev.okxguard.guard.Samples.position;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AccountConfig;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Order;
import dev.okxguard.model.PosMode;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When trading stops, what could open something goes and what protects stays.
class OpeningsTest {
  private static final Optional<AccountConfig> NET = Optional.of(Samples.config(PosMode.NET));

  private static Algo stop(String id, Side side, String sz) {
    return AlgoSamples.waiting(
        id, AlgoSamples.stop(side, sz, side == Side.SELL ? "49000" : "51000"));
  }

  private static List<Algo> opening(List<Position> held, Algo... waiting) {
    return Openings.algos(List.of(waiting), Optional.of(held), NET);
  }

  @Test
  void ordersThatOnlyReduceStay() {
    Order entry = pending(SWAP, Side.BUY, PosSide.NET, "1");
    Order exit = With.with(pending(SWAP, Side.SELL, PosSide.NET, "1"), "reduceOnly", true);
    Order sale = pending(SPOT, Side.SELL, PosSide.NET, "1");
    assertThat(Openings.orders(List.of(entry, exit, sale), NET)).containsExactly(entry);
    assertThat(Openings.orders(List.of(exit, sale), Optional.empty())).doesNotContain(exit);
  }

  @Test
  void aStopStaysAsFarAsItFitsIntoThePositionItCloses() {
    List<Position> three = List.of(position(SWAP, PosSide.NET, "3"));
    Algo two = stop("1", Side.SELL, "2");
    Algo one = stop("2", Side.SELL, "1");
    Algo more = stop("3", Side.SELL, "0.1");
    assertThat(opening(three, two, one)).isEmpty();
    assertThat(opening(three, two, one, more)).containsExactly(more);
    assertThat(opening(three, stop("4", Side.SELL, "3.1"))).hasSize(1);
    assertThat(opening(three, stop("5", Side.BUY, "1"))).hasSize(1);
    assertThat(opening(List.of(position(SWAP, PosSide.NET, "-3")), stop("6", Side.BUY, "3")))
        .isEmpty();
    assertThat(opening(List.of(position(SWAP, PosSide.NET, "-3")), two)).containsExactly(two);
  }

  @Test
  void whatIsHeldOfAnotherContractIsNotProtected() {
    List<Position> other = List.of(position("OLD-USDT-SWAP", PosSide.NET, "9"));
    assertThat(opening(other, stop("1", Side.SELL, "2"))).hasSize(1);
    assertThat(opening(List.of(), stop("1", Side.SELL, "2"))).hasSize(1);
  }

  @Test
  void whatIsNoStopGoesAndWhatIsMarkedStays() {
    List<Position> held = List.of(position(SWAP, PosSide.NET, "9"));
    Algo entry = AlgoSamples.entering("1");
    Algo spot = AlgoSamples.waiting("2", AlgoSamples.spotStop(Side.BUY, "1", "51000"));
    Algo sizeless = With.with(stop("3", Side.SELL, "1"), "sz", Optional.empty());
    assertThat(opening(held, entry, spot, sizeless)).containsExactly(entry, spot, sizeless);
    Algo marked = With.with(stop("4", Side.BUY, "9"), "reduceOnly", true);
    Algo all = With.with(sizeless, "closesAll", true);
    assertThat(opening(held, marked, all)).isEmpty();
  }

  @Test
  void wherePositionsCannotBeReadNoStopIsTakenAway() {
    Algo entry = AlgoSamples.entering("1");
    Algo spot = AlgoSamples.waiting("2", AlgoSamples.spotStop(Side.BUY, "1", "51000"));
    assertThat(
            Openings.algos(List.of(stop("1", Side.SELL, "2"), entry, spot), Optional.empty(), NET))
        .containsExactly(entry, spot);
  }
}
