"""Prints, a line of JSON each, the sizes that the strategies of another folder's peer_hypothesis.py draw by themselves:
widths, activations and number of data points of each network, sides of each matrix.

    python3 sizes.py --peers FOLDER --only p3 --examples 300
"""
import argparse, json, sys
from hypothesis import HealthCheck, given, settings

parser = argparse.ArgumentParser()
parser.add_argument("--peers", required=True)
parser.add_argument("--only", required=True, choices=["p1", "p2", "p3", "p6", "p7"])
parser.add_argument("--examples", type=int, default=300)
ours = parser.parse_args()
sys.path.insert(0, ours.peers)
sys.argv = [sys.argv[0]]
import peer_hypothesis as peer

# the Jacobian of p6 no longer says of what network it is: the networks are drawn by the strategy that it draws from
strategy = {"p1": lambda: peer.net(out=1), "p2": peer.wgk, "p3": peer.supervised, "p6": peer.net, "p7": peer.symmetric_pair}[ours.only]()


@settings(max_examples=ours.examples, database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategy)
def draw(example):
    if ours.only in ("p2", "p7"):
        print(json.dumps({"side": len(example[0])}))
        return
    widths, units, _, points = example[:4]
    squared = ours.only == "p3" and example[-1] is peer.h_mse
    print(json.dumps({"widths": widths, "units": units, "data": len(points), "squared": squared}))


draw()
