"""From findings to a scorecard: rubrics, caps, depth, and the words for the learner."""
