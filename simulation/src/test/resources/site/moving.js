// What is being animated at this moment.
() =>
  document
    .getAnimations()
    .filter((animation) => animation.playState === "running")
    .map((animation) => `${animation.animationName ?? animation.transitionProperty ?? "by script"} of ${animation.effect?.target?.outerHTML.slice(0, 120)}`)
