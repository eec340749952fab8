"""Other libraries on the data of the program `measure`: peers.py CASE FOLDER RUNS CLOCK.

Prints a line of JSON for each library: `peer`, then `seconds` of each run and `figures` of the answer, or why it is
`missing`. Reading the data is not timed. A first run that is not counted warms up; where it takes more than two seconds
it is the only one.
"""

import contextlib
import io
import json
import os
import sys
import time
from importlib import metadata
from pathlib import Path


def columns(folder, name):
    import pandas

    return pandas.read_csv(folder / f"{name}.csv")


def ads(folder):
    import polars

    frame = polars.read_csv(folder / "ads.csv", try_parse_dates=True)
    return frame.with_columns(polars.col("campaign").cast(polars.Categorical))


def kpi(folder):
    import polars as pl

    frame = ads(folder)

    def run():
        cells = frame.group_by("campaign", "date").agg(pl.col("clicks").sum(), pl.col("impressions").sum())
        cells = cells.with_columns(ctr=100 * pl.col("clicks") / pl.col("impressions"))
        return [cells.filter(pl.col("impressions") > 0)["ctr"].sum()]

    return run


def kpis(folder):
    import polars as pl

    frame = ads(folder)

    def run():
        cells = frame.group_by("campaign", "date").agg(
            pl.col("clicks").sum(), pl.col("impressions").sum(), pl.col("spend").sum()
        )
        cells = cells.with_columns(
            ctr=100 * pl.col("clicks") / pl.col("impressions"),
            cpc=pl.col("spend") / pl.col("clicks"),
            cpm=1000 * pl.col("spend") / pl.col("impressions"),
        )
        cells = cells.filter((pl.col("impressions") > 0) & (pl.col("clicks") > 0))
        return [cells[name].sum() for name in ("ctr", "cpc", "cpm", "impressions", "spend")]

    return run


def ets(folder):
    from statsforecast.models import AutoETS

    values = columns(folder, "passengers")["value"].to_numpy(float)

    def run():
        model = AutoETS(season_length=12)
        model.fit(values)
        model.predict(h=12, level=[80, 95])
        return [float(model.model_["loglik"])]

    return run


def pelt(folder):
    import ruptures

    values = columns(folder, "steps")["value"].to_numpy(float)

    def run():
        found = ruptures.Pelt(model="l2", min_size=2, jump=1).fit_predict(values, pen=20.0)
        return [float(end) for end in found[:-1]]

    return run


def kernel_pelt(folder):
    import ruptures

    values = columns(folder, "steps")["value"].to_numpy(float)

    def run():
        found = ruptures.KernelCPD(kernel="linear", min_size=2).fit(values).predict(pen=20.0)
        return [float(end) for end in found[:-1]]

    return run


def markov(folder):
    import ChannelAttribution

    frame = columns(folder, "journeys")

    def run():
        found = ChannelAttribution.markov_model(
            frame, "path", "conversions", var_null="nulls", order=1, verbose=False, flg_pro=False, seed=1
        )
        found = found.sort_values("channel_name")
        return [float(value) for value in found["total_conversions"]]

    return run


def impact(folder):
    from causal_impact import CausalImpact

    frame = columns(folder, "intervention")[["outcome", "a", "b"]]

    def run():
        settings = {"niter": 1000, "nwarmup": 500, "expected_model_size": 3}
        found = CausalImpact(frame, [0, 799], [800, 999], model_args=settings)
        return [float(found.summary_stats["point_effect_mean"])]

    return run


def synthetic(folder):
    from pysyncon import Dataprep, Synth

    frame = columns(folder, "regions")
    frame["year"] = frame["year"].astype(int)
    names = sorted(frame["unit"].unique())
    prepared = Dataprep(
        foo=frame,
        predictors=["p1", "p2", "p3", "p4", "p5"],
        predictors_op="mean",
        dependent="outcome",
        unit_variable="unit",
        time_variable="year",
        treatment_identifier=names[0],
        controls_identifier=names[1:],
        time_predictors_prior=range(1955, 1975),
        time_optimize_ssr=range(1955, 1975),
    )

    def run():
        model = Synth()
        model.fit(prepared, optim_method="Nelder-Mead", optim_initial="equal")
        return [float(model.mspe())]

    return run


def experiments(folder):
    from gbstats.frequentist.tests import FrequentistConfig, TwoSidedTTest
    from gbstats.models.statistics import ProportionStatistic

    rows = columns(folder, "experiments").itertuples(index=False)
    arms = [
        (ProportionStatistic(n=row.control_units, sum=row.control), ProportionStatistic(n=row.treatment_units, sum=row.treatment))
        for row in rows
    ]
    settings = FrequentistConfig(difference_type="absolute")

    def run():
        found = [TwoSidedTTest(a, b, settings).compute_result() for a, b in arms]
        return [float(sum(abs(result.expected) for result in found))]

    return run


def response(folder):
    import pandas
    from pymc_marketing.mmm import MMM, GeometricAdstock, LogisticSaturation

    frame = columns(folder, "weeks")
    frame["date"] = pandas.to_datetime(frame["date"])
    channels = ["c1", "c2", "c3", "c4", "c5"]

    def run():
        model = MMM(
            date_column="date",
            channel_columns=channels,
            adstock=GeometricAdstock(l_max=8),
            saturation=LogisticSaturation(),
            yearly_seasonality=1,
        )
        model.fit(
            frame[["date", *channels]], frame["outcome"], draws=1000, tune=1000, chains=2, cores=1, random_seed=1,
            progressbar=False,
        )
        return []

    return run


def buyers(folder):
    frame = columns(folder, "customers")
    return frame["frequency"], frame["recency"], frame["age"]


def bgnbd(folder):
    from lifetimes import BetaGeoFitter

    return fitted(BetaGeoFitter, buyers(folder))


def pareto(folder):
    from lifetimes import ParetoNBDFitter

    return fitted(ParetoNBDFitter, buyers(folder))


def fitted(kind, data):
    def run():
        model = kind(penalizer_coef=0.0)
        model.fit(*data)
        ahead = model.conditional_expected_number_of_purchases_up_to_time(39, *data)
        return [float(value) for value in model.params_] + [float(ahead.sum())]

    return run


CASES = {
    "kpi": [("polars", kpi)],
    "kpis": [("polars", kpis)],
    "ets": [("statsforecast", ets)],
    "pelt": [("ruptures", pelt), ("ruptures", kernel_pelt)],
    "markov": [("ChannelAttribution", markov)],
    "impact": [("bsts-causalimpact", impact)],
    "synthetic": [("pysyncon", synthetic)],
    "experiments": [("gbstats", experiments)],
    "response": [("pymc-marketing", response)],
    "bgnbd": [("lifetimes", bgnbd)],
    "pareto": [("lifetimes", pareto)],
}
WAYS = {kernel_pelt: "KernelCPD, in C", pelt: "Pelt", response: "NUTS, another method", ets: "AutoETS"}
NONE = {
    "shesd": "R only (AnomalyDetection)",
    "shapley": "none in requirements.txt",
}


def timed(run):
    clock = time.process_time if sys.argv[4:] == ["processor"] else time.perf_counter
    begin = clock()
    figures = run()
    return clock() - begin, figures


def answer(package, make, folder, runs):
    try:
        name = f"{package} {metadata.version(package)}"
    except metadata.PackageNotFoundError:
        return {"peer": package, "missing": "not installed"}
    if make in WAYS:
        name += f" ({WAYS[make]})"
    try:
        # Libraries that talk while they compute.
        with contextlib.redirect_stdout(io.StringIO()):
            run = make(folder)
            first, figures = timed(run)
            seconds = [first] if first > 2 else [timed(run)[0] for _ in range(runs)]
    except Exception as error:  # whatever a library throws is its answer
        return {"peer": name, "missing": f"{type(error).__name__}: {error}".splitlines()[0][:80].replace("|", "/")}
    return {"peer": name, "seconds": seconds, "figures": figures}


def main():
    case, folder, runs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if case in NONE:
        print(json.dumps({"peer": "", "missing": NONE[case]}))
    for package, make in CASES.get(case, []):
        line = json.dumps(answer(package, make, folder, runs))
        # Below what libraries written in C print on their own.
        os.write(1, f"\n{line}\n".encode())


if __name__ == "__main__":
    main()
