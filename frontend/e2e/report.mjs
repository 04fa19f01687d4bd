// Counts what passed and what failed; a failed check does not end the journey, a failed step does.
export class Report {
  passed = 0
  failures = []

  async check(name, act) {
    try {
      await act()
      this.passed += 1
      if (process.env.E2E_VERBOSE !== undefined) console.log(`  ok    ${name}`)
      return true
    } catch (failure) {
      this.failures.push(name)
      console.log(`  FAIL  ${name}\n        ${String(failure?.message ?? failure).replaceAll('\n', '\n        ')}`)
      return false
    }
  }

  fault(text) {
    this.failures.push(text)
    console.log(`  FAIL  script error on ${text}`)
  }

  async journey(name, act) {
    const start = Date.now()
    console.log(`${name}`)
    const done = await this.check(name, act)
    console.log(`  ${done ? 'done' : 'broken off'} after ${((Date.now() - start) / 1000).toFixed(1)} s`)
    return done
  }

  end() {
    console.log(`${this.passed} passed, ${this.failures.length} failed`)
    return this.failures.length === 0 ? 0 : 1
  }
}
