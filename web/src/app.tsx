// The page's beginning.
import { render } from 'preact';
import { Notices } from './components/notices';
import { SignIn } from './components/sign_in';
import { Live } from './live';
import { LiveContext } from './live_hooks';
import { Missing } from './pages/missing';
import { Overview } from './pages/overview';
import { compared_run, RunPage } from './pages/run';
import { TestPage } from './pages/test';
import { use_place } from './router';
import { parse_route } from './routes';
import { start_theme } from './theme';
import './styles/index.css';

function Page() {
  const place = use_place();
  const route = parse_route(place.path);
  switch (route.page) {
    case 'overview':
      return <Overview place={place} />;
    case 'test':
      return <TestPage key={route.name} name={route.name} place={place} />;
    case 'run':
      return <RunPage key={`${route.id} ${compared_run(place.search)}`} id={route.id} place={place} />;
    case 'missing':
      return <Missing what="There is no such page" detail={place.path} />;
  }
}

start_theme();
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
