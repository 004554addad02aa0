// Live: the stream says what changed, the parts that show it fetch themselves again under the viewer's own scope.
const stamp = document.getElementById('fresh')
const patience = 400
let touched = Date.now()
let state = 'waiting'
let source

const ago = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto', style: 'narrow' })
const since = () => {
  const seconds = Math.max(0, Math.round((Date.now() - touched) / 1000))
  return seconds < 90 ? ago.format(-seconds, 'second') : seconds < 5400 ? ago.format(-Math.round(seconds / 60), 'minute') : ago.format(-Math.round(seconds / 3600), 'hour')
}
const draw = () => {
  if (!stamp) return
  stamp.dataset.state = state
  stamp.textContent = `${stamp.dataset[state]}, ${since()}`
}
const become = next => { state = next; draw() }

const pending = new Map()
const refresh = element => {
  pending.delete(element)
  if (!element.isConnected) {
    element = element.id && document.getElementById(element.id)
    if (!element) return
  }
  // A command of this part is under way: its answer comes first, then the part is fetched once more.
  if (element.matches('.htmx-request') || element.querySelector('.htmx-request')) {
    pending.set(element, setTimeout(refresh, patience, element))
    return
  }
  if (document.hidden) { waiting.add(element); return }
  window.htmx.trigger(element, 'pl:changed')
}
const waiting = new Set()
const watchers = key => [...document.querySelectorAll('[data-live]')].filter(e => e.dataset.live.split(' ').includes(key))
const changed = key => {
  for (const element of watchers(key)) {
    if (pending.has(element)) continue
    pending.set(element, setTimeout(refresh, Number(element.dataset.calm ?? patience), element))
  }
}

const connect = () => {
  source = new EventSource('/api/reporting/v1/stream')
  source.addEventListener('open', () => {
    become('live')
    // What changed between the page being made and the stream being open was told to nobody here.
    for (const element of document.querySelectorAll('[data-live]')) {
      if (!pending.has(element)) pending.set(element, setTimeout(refresh, patience, element))
    }
  })
  source.addEventListener('changed', event => {
    const { kind, id } = JSON.parse(event.data)
    changed(`${kind}:${id}`)
  })
  source.addEventListener('error', () => {
    become('stale')
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 5000)
  })
}

document.addEventListener('htmx:afterRequest', event => {
  if (!event.detail.successful) return
  touched = Date.now()
  if (source?.readyState === EventSource.OPEN) become('live')
})
document.addEventListener('pl:stale', () => become('stale'))
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return
  for (const element of waiting) refresh(element)
  waiting.clear()
})
addEventListener('pagehide', () => source?.close())
addEventListener('pageshow', event => event.persisted && connect())
connect()
setInterval(draw, 1000)
