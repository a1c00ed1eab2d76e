// The page's beginning.
import { render } from 'preact';
import type { ComponentChildren } from 'preact';
import { Frame } from './components/frame';
import { Notices } from './components/notices';
import { SignIn } from './components/sign_in';
import { lazy } from './lazy';
import { Live } from './live';
import { LiveContext } from './live_hooks';
import { Missing } from './pages/missing';
import { Overview } from './pages/overview';
import { use_place } from './router';
import { compared_run, parse_route } from './routes';
import { start_theme } from './theme';
import './styles/index.css';

const in_frame = (content: ComponentChildren) => <Frame title={null}>{content}</Frame>;
const TestPage = lazy(() => import('./pages/test').then((module) => module.TestPage), in_frame);
const OneRun = lazy(() => import('./pages/run').then((module) => module.OneRun), in_frame);
const ComparePage = lazy(() => import('./pages/compare').then((module) => module.ComparePage), in_frame);

/** What the overview does not need is fetched once it has what it does. */
const others_after_ms = 3_000;

/** Where somebody is led to a page of another kind at once, its code comes while canaryd is asked for the rest. */
function fetch_pages(): void {
  const { page } = parse_route(location.pathname);
  const ignore = (): void => undefined;
  if (page === 'test') TestPage.preload().catch(ignore);
  if (page === 'run') (compared_run(location.search) ? ComparePage : OneRun).preload().catch(ignore);
  setTimeout(() => [TestPage, OneRun].forEach((each) => each.preload().catch(ignore)), others_after_ms);
}

function Page() {
  const place = use_place();
  const route = parse_route(place.path);
  switch (route.page) {
    case 'overview':
      return <Overview place={place} />;
    case 'test':
      return <TestPage key={route.name} name={route.name} place={place} />;
    case 'run': {
      const other = compared_run(place.search);
      if (other !== null) return <ComparePage key={`${route.id} ${other}`} id={route.id} other={other} />;
      return <OneRun key={route.id} id={route.id} search={place.search} />;
    }
    case 'missing':
      return <Missing what="There is no such page" detail={place.path} />;
  }
}

start_theme();
fetch_pages();
const live = new Live();
live.start();

const root = document.getElementById('app');
if (root) {
  render(
    <LiveContext.Provider value={live}>
      <Notices>
        <SignIn>
          <Page />
        </SignIn>
      </Notices>
    </LiveContext.Provider>,
    root,
  );
}
