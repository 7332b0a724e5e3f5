"""Nouns; UUIDs for what belongs to a person, slugs for the rest. Name = view = template."""

from __future__ import annotations

from django.urls import path

from practice.views import (
    account,
    asking,
    history,
    invitations,
    kept,
    pages,
    practice,
    progress,
    reports,
    rules,
)

urlpatterns = [
    path("", pages.home, name="home"),
    path("practise/", practice.choose, name="choose"),
    path("practise/next/", practice.next_scenario, name="next_scenario"),
    path("practise/<slug:slug>/", practice.practise, name="practise"),
    path("kept-reply/", kept.kept_reply, name="kept_reply"),
    path("attempts/", history.history, name="history"),
    path("attempts/<uuid:pk>/", practice.attempt, name="attempt"),
    path("attempts/<uuid:pk>/stirred/", practice.stirred, name="stirred"),
    path("attempts/<uuid:pk>/ask/", asking.ask_review, name="ask_review"),
    path("attempts/<uuid:pk>/dispute/", asking.dispute, name="dispute"),
    path("reviews/back/", asking.reviews_back, name="reviews_back"),
    path("reviews/back/<uuid:pk>/answer/", asking.answer_back, name="answer_back"),
    path("reviews/back/<uuid:pk>/helpful/", asking.helpful, name="helpful"),
    path("progress/", progress.progress, name="progress"),
    path("scenarios/<slug:slug>/report/", reports.report_scenario, name="report_scenario"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<str:name>/", rules.rule, name="rule"),
    path("criteria/<slug:name>/", rules.criterion, name="criterion"),
    path("how-scoring-works/", pages.how_scoring_works, name="how_scoring_works"),
    path("in-crisis/", pages.in_crisis, name="in_crisis"),
    path("account/", account.account, name="account"),
    path("account/access/", account.account_access, name="account_access"),
    path("account/data/", account.account_data, name="account_data"),
    path("account/erase/", account.account_erase, name="account_erase"),
    path("account/groups/", account.join_cohort, name="join_cohort"),
    path("account/groups/<int:pk>/leave/", account.leave_cohort, name="leave_cohort"),
    path("invitations/<str:token>/", invitations.invitation, name="invitation"),
    path("demo/sign-in/", account.demo_sign_in, name="demo_sign_in"),
    path("healthz/", account.healthz, name="healthz"),
]
