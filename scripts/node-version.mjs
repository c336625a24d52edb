const needed = [20, 19]

// Imported first, before anything that an old Node could not even load.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(`IAM Dojo needs Node ${needed.join('.')} or newer, and this is Node ${process.versions.node}.`)
  process.exit(1)
}
