import type { Kep } from './read-kep.ts';

/** Folders of kubernetes/kubernetes beside `cmd/<component>` that hold a component of a feature gate. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'kube-apiserver': ['pkg/controlplane', 'staging/src/k8s.io/apiserver'],
  'kube-controller-manager': ['pkg/controller'],
  'kube-proxy': ['pkg/proxy'],
  'kube-scheduler': ['pkg/scheduler'],
  kubeadm: [],
  kubectl: ['staging/src/k8s.io/kubectl'],
  kubelet: ['pkg/kubelet'],
};

/** The code a KEP says it changes: the components of its feature gates, as globs of the code repository. */
export const codePaths = ({ components }: Kep): readonly string[] =>
  components
    .filter((name) => Object.hasOwn(FOLDERS, name))
    .flatMap((name) => [`cmd/${name}`, ...(FOLDERS[name] ?? [])])
    .map((folder) => `kubernetes/kubernetes:${folder}/**`);
