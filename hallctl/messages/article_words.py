"""How people read what holds an article, and who decides."""

from hallctl.messages import N_

ARTICLE_WORDS = {
    "decider.college": N_("the college"),
    "decider.faculty": N_("the faculty"),
    "decider.hall_head": N_("the hall's head"),
    "decider.leader": N_("the window leader"),
    "decider.officer": N_("the officer"),
    "decider.student_affairs": N_("the student affairs office"),
    "held_by.organisational": N_("nothing to hold"),
    "held_by.person": N_("a person"),
    "held_by.rule": N_("rules"),
}

ARTICLE_LABELS = {
    "commands": N_("Commands"),
    "decider": N_("Who decides"),
    "held_by": N_("Held by"),
    "rules": N_("Rules"),
    "steps": N_("Steps"),
    "tests": N_("Tests"),
    "title": N_("Title"),
}
"""The columns of policy coverage."""
