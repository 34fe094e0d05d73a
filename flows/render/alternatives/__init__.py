"""Alternative texts: what each chart shows, in sentences, for those who cannot see it.

Each says what is compared, the largest and the smallest value with all that share it, the
course where there is an order, what is missing and why, and the base. It is made from the
values that the chart prints, so it can tell nothing that the disclosure gate did not let
through; and it never says that it is a chart, which a screen reader has said already.
"""
