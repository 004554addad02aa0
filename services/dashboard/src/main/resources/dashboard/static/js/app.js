// Small manners of every page: where the focus goes after a swap, the theme, messages that leave again, and what to do when an answer fails.
const announce = document.getElementById('announce')
let leaving

const letLeave = () => {
  clearTimeout(leaving)
  leaving = setTimeout(() => announce.replaceChildren(), 6000)
}
if (announce?.firstChild) letLeave()
if (announce) new MutationObserver(() => announce.firstChild && letLeave()).observe(announce, { childList: true })

// News that can be seen anyway is said to screen readers only.
document.addEventListener('pl:say', event => {
  announce.classList.add('quietly')
  announce.textContent = event.detail
})

document.addEventListener('htmx:beforeRequest', event => {
  if (event.detail.requestConfig.verb === 'post') event.target.closest('[popover]')?.hidePopover()
})

// A fragment that refreshes itself must not tear an open panel, a half-filled form or a command on its way out of somebody's hands.
const busy = element => element.querySelector(':popover-open, form.htmx-request') || [...element.querySelectorAll('textarea, input')].some(i => i === document.activeElement)
const later = (element, wait = 2500) => setTimeout(() => {
  const again = element.isConnected ? element : document.getElementById(element.id)
  if (again) window.htmx.trigger(again, 'pl:changed')
}, wait)
document.addEventListener('htmx:beforeSwap', event => {
  const { requestConfig, target } = event.detail
  if (requestConfig?.triggeringEvent?.type !== 'pl:changed' || !target || !busy(target)) return
  event.detail.shouldSwap = false
  later(target)
})
document.addEventListener('htmx:confirm', event => {
  if (event.detail.triggeringEvent?.type !== 'pl:changed' || !busy(event.detail.elt)) return
  event.preventDefault()
  later(event.detail.elt)
})

// The rows that “can wait” stay open across a refresh.
const opened = new Set()
document.addEventListener('toggle', event => {
  const details = event.target
  if (details.tagName !== 'DETAILS' || !details.id) return
  if (details.open) opened.add(details.id)
  else opened.delete(details.id)
}, true)

document.addEventListener('htmx:afterSwap', event => {
  for (const id of opened) {
    const details = document.getElementById(id)
    if (details && !details.open) details.open = true
  }
  announce.classList.remove('quietly')
  const verb = event.detail.requestConfig?.verb
  const mine = verb === 'post' || event.detail.requestConfig?.headers?.['PL-Focus']
  if (!mine) return
  const next = document.querySelector('#evidence [data-focus]') ?? document.querySelector('[data-focus]') ?? document.querySelector('#queue button')
  if (next) next.focus()
})

document.addEventListener('htmx:responseError', event => {
  const status = event.detail.xhr.status
  if (status === 401) { location.reload(); return }
  stale(event.target)
})
document.addEventListener('htmx:sendError', event => stale(event.target))
document.addEventListener('htmx:timeout', event => stale(event.target))
const stale = element => {
  const part = element.closest('[data-live]')
  if (part) {
    part.classList.add('stale')
    later(part, 8000)
  }
  document.dispatchEvent(new CustomEvent('pl:stale'))
}

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-open]')
  if (!opener) return
  const details = document.getElementById(opener.dataset.open)
  if (details) details.open = true
})

document.getElementById('theme')?.addEventListener('change', event => {
  document.documentElement.dataset.theme = event.target.value
  document.cookie = `theme=${event.target.value}; path=/; max-age=31536000; samesite=lax`
})
