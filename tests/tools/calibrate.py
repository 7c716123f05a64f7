#!/usr/bin/env python3
"""Find the weights of rules/confidence.tsv.

usage: calibrate.py [--expect SHARE] FEATURES... > rules/confidence.tsv

FEATURES: what `solieu eval GOLD --articles PATH --features FEATURES` wrote. A logistic fit with a
pull towards zero, so that a rule that was seen three times says little; weights within 0.05 of
zero are left out. Cross-validated by article, the calibration error and the AUC go to standard error.

Rules do better on the articles that they were written with than on others. --expect gives the share
of right figures to expect on unseen articles (`solieu eval` on articles that no rule was made for);
the weights keep their order, the base is moved so that the mean confidence is that share.
"""
import argparse
import collections
import math
import random
import sys

PULL = 2.0      # strength of the prior on every weight but the base
ROUNDS = 400
FOLDS = 5


def read(paths):
    rows = []
    for path in paths:
        for line in open(path, encoding="utf-8"):
            article, right, features = line.rstrip("\n").split("\t")
            rows.append((path + article, int(right), features.split(",")))
    return rows


def chance(weights, features):
    odds = weights["base"] + sum(weights[f] for f in features)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def fit(rows):
    """Newton steps with a diagonal curvature, damped; the problem is convex."""
    weights = collections.defaultdict(float)
    rate = sum(r for _, r, _ in rows) / len(rows)
    weights["base"] = math.log(rate / max(1e-6, 1 - rate))
    for _ in range(ROUNDS):
        slope = collections.defaultdict(float)
        curve = collections.defaultdict(float)
        for _, right, features in rows:
            p = chance(weights, features)
            for f in ["base", *features]:
                slope[f] += right - p
                curve[f] += p * (1 - p)
        for f in slope:
            pull = 0.0 if f == "base" else PULL
            weights[f] += 0.3 * (slope[f] - pull * weights[f]) / (curve[f] + pull + 0.5)
    return weights


def calibration_error(pairs):
    bounds = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01]
    total = 0.0
    for low, high in zip(bounds, bounds[1:]):
        inside = [(p, r) for p, r in pairs if low <= p < high]
        total += abs(sum(p for p, _ in inside) - sum(r for _, r in inside))
    return total / len(pairs)


def area(pairs):
    right = [p for p, r in pairs if r]
    wrong = [p for p, r in pairs if not r]
    if not right or not wrong:
        return float("nan")
    return sum((a > b) + 0.5 * (a == b) for a in right for b in wrong) / len(right) / len(wrong)


def move_base(weights, rows, share):
    low, high = -20.0, 20.0
    for _ in range(60):
        weights["base"] = (low + high) / 2
        mean = sum(chance(weights, f) for _, _, f in rows) / len(rows)
        low, high = (weights["base"], high) if mean < share else (low, weights["base"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("features", nargs="+")
    parser.add_argument("--expect", type=float)
    options = parser.parse_args()
    rows = read(options.features)
    articles = sorted({article for article, _, _ in rows})
    random.Random(1).shuffle(articles)
    fold_of = {article: i % FOLDS for i, article in enumerate(articles)}
    pairs = []
    for fold in range(FOLDS):
        weights = fit([row for row in rows if fold_of[row[0]] != fold])
        pairs += [(chance(weights, f), r) for a, r, f in rows if fold_of[a] == fold]
    print(f"{len(rows)} figures, {sum(1 - r for _, r, _ in rows)} wrong; cross-validated by article: "
          f"calibration error {calibration_error(pairs):.4f}, AUC {area(pairs):.3f}", file=sys.stderr)

    weights = fit(rows)
    if options.expect:
        move_base(weights, rows, options.expect)
    print("feature\tweight\tnote")
    print("# log odds that a figure is right (span, value, unit, modifier); found by tests/tools/calibrate.py")
    if options.expect:
        print(f"# base moved to a mean of {options.expect}, what unseen articles allow")
    print(f"base\t{weights['base']:.2f}\t")
    for feature in sorted(weights):
        if feature != "base" and abs(weights[feature]) >= 0.05:
            count = sum(feature in f for _, _, f in rows)
            print(f"{feature}\t{weights[feature]:.2f}\tseen {count} times")


main()
