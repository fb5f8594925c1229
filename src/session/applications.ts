// What a trained network is used for in Apply, a room each. A room is made when a view first opens it, and views hand in how:
// so its code loads with the view, and costs nothing before.
import type { AnalysisCalls } from './analysis/analysis-client';
import type { ReadRun } from './archive/run-archive';
import type { Drawing } from './drawing/drawing';
import type { EngineQuestions } from './engine/engine-questions';
import type { EngineSupervisor, SupervisorPorts } from './engine/supervisor-ports';
import type { MainRun } from './main-run/main-run';
import type { RunId } from '../core/run/stamp';

export interface ApplicationPorts {
  /** Null where there is no analysis, as in tests. */
  readonly analysis: AnalysisCalls | null;
  readonly questions: EngineQuestions;
  readonly mainRun: MainRun;
  /** The engine of the main run, for runs beside it. */
  readonly engine: EngineSupervisor;
  /** Makes an engine of its own. */
  readonly supervise: (
    ports: Pick<SupervisorPorts, 'onOpened' | 'onEvent' | 'onGivenUp'>,
  ) => EngineSupervisor;
  readonly newRunId: () => RunId;
  readonly drawing: Drawing;
  /** A kept run; null where it is not kept, or nothing is. */
  readonly readRun: (id: RunId) => Promise<ReadRun>;
}

/** What a room may have for the session. */
export interface Application {
  /** Whether it trains beside the main run. */
  readonly isTraining?: () => boolean;
  readonly dispose?: () => void;
}

export interface Applications {
  /** The room that this function makes: the same one every time. */
  readonly open: <Room extends Application>(create: (ports: ApplicationPorts) => Room) => Room;
  /** Whether one of them trains beside the main run. */
  readonly isTraining: () => boolean;
  readonly dispose: () => void;
}

export function createApplications(ports: ApplicationPorts): Applications {
  const rooms = new Map<unknown, Application>();
  return {
    open<Room extends Application>(create: (given: ApplicationPorts) => Room): Room {
      const room = rooms.get(create) ?? create(ports);
      rooms.set(create, room);
      return room as Room;
    },
    isTraining: () => [...rooms.values()].some((room) => room.isTraining?.()),
    dispose: () => rooms.forEach((room) => room.dispose?.()),
  };
}
